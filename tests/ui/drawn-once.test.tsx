import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { i18nFor } from '#app/i18n/words.server.ts'
import { useTranslation, Words } from '#app/i18n/use-translation.ts'
import { drawOnce } from '#app/ui/drawn-once.server.tsx'
import { Shared, SharedItem } from '#app/ui/shared-item.tsx'
import type { Lang } from '#db/schema.ts'

let drawn = 0

function Said({ names }: { names: string[] }) {
  const { t } = useTranslation()
  drawn++
  return (
    <p>
      {t('ui.edited')} {names.join()} & {names.length}
    </p>
  )
}

function page(lang: Lang, names: string[], { isShared = true } = {}) {
  const words = i18nFor(lang)
  const shared = drawOnce(words)
  const html = renderToString(
    <Words.Provider value={words}>
      <Shared.Provider value={isShared ? shared.draw : null}>
        <ul>
          <SharedItem className="one">
            <Said names={names} />
          </SharedItem>
          <li>{words.t('ui.edited')}</li>
        </ul>
      </Shared.Provider>
    </Words.Provider>,
  )
  return shared.inPieces(html).join('')
}

test('an item of a list is drawn once, and comes to what it would come to by itself', () => {
  const whole = page('fr', ['<b>'], { isShared: false })
  expect(whole).toContain('<li class="one"><p>')
  drawn = 0
  for (const _ of [1, 2]) expect(page('fr', ['<b>'])).toBe(whole)
  expect(drawn).toBe(1)
})

test('what differs in a language or in what it is given is drawn by itself', () => {
  for (const lang of ['ar', 'fr'] as const) {
    for (const names of [['A'], ['A', 'B'], ['A,B']]) {
      expect(page(lang, names)).toBe(page(lang, names, { isShared: false }))
    }
  }
})

test('a page is given in pieces, of which each item is one', () => {
  const words = i18nFor('fr')
  const { draw, inPieces } = drawOnce(words)
  const marks = [['A'], ['B']].map((names) => draw(<Said names={names} />))
  const pieces = inPieces(`<ul>${marks.join('<hr>')}</ul>`)
  expect(pieces).toHaveLength(5)
  expect(pieces[1]).toContain('A<!-- -->')
  expect(pieces[3]).toContain('B<!-- -->')
  expect(pieces.filter((_, at) => at % 2 === 0)).toEqual(['<ul>', '<hr>', '</ul>'])
})
