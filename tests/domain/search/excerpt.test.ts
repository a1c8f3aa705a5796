import { expect, test } from 'vitest'
import * as excerpts from '#app/domain/search/excerpt.server.ts'
import { queryTerms } from '#app/domain/search/match.server.ts'

const ARABIC = 'قامت الجماعة بوضع برنامج لتدبير النفايات المنزلية بشراكة مع جمعيات الأحياء. '
const FILLER = 'Un texte sans rapport avec la question posée. '

test('a title is whole, its found words marked', () => {
  const marks = markAll('«الميزانيةُ» التشاركية: l’eau', 'ميزانيه eaux')
  expect(marks).toEqual([
    { text: '«', mark: false },
    { text: 'الميزانيةُ', mark: true },
    { text: '» التشاركية: l’', mark: false },
    { text: 'eau', mark: true },
  ])
})

test('nothing found, nothing marked, nothing lost', () => {
  expect(markAll('Budget <b>communal</b>', 'eau')).toEqual([
    { text: 'Budget <b>communal</b>', mark: false },
  ])
  expect(markAll('', 'eau')).toEqual([])
  expect(markAll('Budget', '***')).toEqual([{ text: 'Budget', mark: false }])
})

test('an unfinished word marks the whole word it begins', () => {
  expect(marked(markAll('Les déchets ménagers', 'déch'))).toEqual(['déchets'])
  expect(marked(markAll('تدبير النفايات', 'نفا'))).toEqual(['النفايات'])
})

test('particles of the query are not marked', () => {
  expect(marked(markAll('le budget de la commune', 'budget de la commune'))).toEqual([
    'budget',
    'commune',
  ])
})

test('a short source is given whole', () => {
  expect(whole(excerpt(ARABIC, 'نفايات'))).toBe(ARABIC)
  expect(marked(excerpt(ARABIC, 'نفايات'))).toEqual(['النفايات'])
})

test('the window is where most words of the query meet', () => {
  const often = 'budget, budget et budget '
  const source = `${often}${FILLER.repeat(10)} le budget des déchets ${FILLER.repeat(10)}${often}`
  const found = excerpt(source, 'budget déchets', 120)
  expect(marked(found)).toEqual(['budget', 'déchets'])
  expect(found[0]).toEqual({ text: '…', mark: false })
  expect(found.at(-1)).toEqual({ text: '…', mark: false })
  expect(whole(found)).toContain('le budget des déchets')
})

test('without a hit, the beginning', () => {
  const found = excerpt(FILLER.repeat(20), 'نفايات', 60)
  expect(found).toEqual([
    { text: 'Un texte sans rapport avec la question posée. Un texte sans', mark: false },
    { text: '…', mark: false },
  ])
})

test.each(['نفايات', 'أحياء', 'جماعة برنامج', 'غائب'])('«%s» never splits a word', (query) => {
  const source = ARABIC.repeat(30)
  const words = new Set(source.split(/[\s.]+/))
  for (let length = 20; length < 300; length += 7) {
    const found = excerpt(source, query, length)
    const inner = found.filter(({ text }) => text !== '…')
    expect(source).toContain(whole(inner))
    expect(whole(inner).length).toBeLessThanOrEqual(length)
    for (const word of whole(inner).split(/[\s.]+/)) expect([...words, '']).toContain(word)
    for (const word of marked(found)) expect(words).toContain(word)
  }
})

test('the last words are reached, without an ellipsis after them', () => {
  const found = excerpt(`${FILLER.repeat(20)}Les déchets.\n`, 'déchet', 80)
  expect(marked(found)).toEqual(['déchets'])
  expect(found.at(-1)?.text).toBe('.\n')
})

test('an endless word is cut between characters', () => {
  const found = excerpt('😀'.repeat(500), 'x', 21)
  expect(found[0]?.text).toBe('😀'.repeat(10))
  expect(whole(excerpt('x'.repeat(1000), 'x', 50)).length).toBeLessThanOrEqual(51)
})

test('of a long document only a piece is shown', () => {
  const source = (ARABIC + FILLER).repeat(300)
  expect(whole(excerpt(source, 'نفايات question')).length).toBeLessThan(300)
})

function marked(segments: excerpts.Segment[]) {
  return segments.filter(({ mark }) => mark).map(({ text }) => text)
}

function whole(segments: excerpts.Segment[]) {
  return segments.map(({ text }) => text).join('')
}

function markAll(text: string, query: string) {
  return excerpts.markAll(text, excerpts.finderOf(queryTerms(query)))
}

function excerpt(source: string, query: string, length?: number) {
  return excerpts.excerpt(source, excerpts.finderOf(queryTerms(query)), length)
}
