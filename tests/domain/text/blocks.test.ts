import { expect, test } from 'vitest'
import { type Block, blocksOf } from '#app/domain/text/blocks.server.ts'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'

const BASE = 'https://forum.example.ma'

function blocks(markdown: string, dir: 'rtl' | 'ltr' = 'ltr') {
  return blocksOf(renderMarkdown(markdown), { dir, base: BASE })
}

test('every kind of block and of words in a line comes through', () => {
  const [heading, paragraph, list, quote, table, rule, code] = blocks(`# Titre
Un **mot** *dit*, ~~ôté~~, \`a  b\`, [là](/fr/x), @touda-b
et ![vue](/files/a1/vue.png)  
puis

3. un
   - deux

> mot

| a | b |
|---|---|
| 1 | **2** |

---

\`\`\`
 x
\`\`\``)
  expect(heading).toMatchObject({ as: 'heading', level: 1, runs: [{ text: 'Titre' }] })
  expect(paragraph).toMatchObject({
    runs: [
      { text: 'Un ' },
      { text: 'mot', strong: true },
      { text: ' ' },
      { text: 'dit', em: true },
      { text: ', ' },
      { text: 'ôté', del: true },
      { text: ', ' },
      { text: 'a b', code: true },
      { text: ', ' },
      { text: 'là', href: `${BASE}/fr/x` },
      { text: ', ' },
      { text: '@touda-b', href: `${BASE}/people/touda-b` },
      { text: ' et ' },
      { text: '[vue]', href: `${BASE}/files/a1/vue.png` },
      { text: '\n' },
      { text: 'puis' },
    ],
  })
  expect(list).toMatchObject({ as: 'list', start: 3, items: [[{}, { as: 'list', start: null }]] })
  expect(quote).toMatchObject({ as: 'quote', blocks: [{ runs: [{ text: 'mot' }] }] })
  expect(table).toMatchObject({
    head: [{ runs: [{ text: 'a' }] }, {}],
    rows: [[{ runs: [{ text: '1' }] }, { runs: [{ text: '2', strong: true }] }]],
  })
  expect(rule).toEqual({ as: 'rule' })
  expect(code).toMatchObject({ as: 'code', lines: [' x'] })
})

test('each block goes the way of its first letter, and the language tells what has none', () => {
  const dirs = (all: Block[]) => all.map((one) => ('dir' in one ? one.dir : null))
  expect(dirs(blocks('2024\n\nMot\n\nكلمة\n\n- كلمة', 'rtl'))).toEqual(['rtl', 'ltr', 'rtl', 'rtl'])
  expect(dirs(blocks('2024\n\nكلمة'))).toEqual(['ltr', 'rtl'])
})

test('what is nested or ruled without end is still all there, on a sheet of finite width', () => {
  const deep = blocks(`${'> '.repeat(14)}mot`)
  const depth = (all: Block[]): number =>
    Math.max(0, ...all.map((one) => (one.as === 'quote' ? 1 + depth(one.blocks) : 0)))
  expect(depth(deep)).toBe(6)
  expect(JSON.stringify(deep)).toContain('mot')
  const rows = blocks(`a|b\n-|-\n${'c|d\n'.repeat(600)}`)
  expect(rows).toHaveLength(601)
  expect(rows[600]).toMatchObject({ runs: [{ text: 'c' }, { text: ' · ' }, { text: 'd' }] })
})
