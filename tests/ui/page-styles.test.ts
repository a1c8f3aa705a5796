import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rulesOf, stylesFor } from '#app/ui/page-styles.server.ts'
import { filesUnder } from '#tests/support/sources.ts'

const SHEET = `
@layer reset, components;
/* Not this { brace. */
@font-face { font-family: 'T'; src: url('/t.woff2') }
@layer components {
  .card, .list > li + li { color: red }
  .card.card-shaded { color: blue }
  :is(.table, .grid) p { color: green }
  .list:not(.closed) { color: grey }
  @media (min-width: 60rem) { .wide { color: pink } }
  p { margin: 0 }
}
@media print { .list a::after { content: ' (' attr(href) ')' } }`

test('a page gets the rules that its classes can meet, in their order, and no others', () => {
  const style = stylesFor(rulesOf(SHEET), '<ul class="list"><li><p class="wide x">')
  expect(style.replace(/\s+/g, ' ')).toBe(
    "@layer reset, components;@font-face{ font-family: 'T'; src: url('/t.woff2') }" +
      '@layer components{.card, .list > li + li{ color: red }:is(.table, .grid) p{ color: green }' +
      '.list:not(.closed){ color: grey }@media (min-width: 60rem){.wide{ color: pink }}p{ margin: 0 }}' +
      "@media print{.list a::after{ content: ' (' attr(href) ')' }}",
  )
})

test('a page with every class gets every rule of ours', () => {
  const sheets = filesUnder(['app/ui/styles']).filter((file) => file.endsWith('.css'))
  for (const file of sheets) {
    const sheet = readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '')
    const names = [...sheet.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name)
    const style = stylesFor(rulesOf(sheet), `<p class="${names.join(' ')}">`)
    expect(style.replace(/\s/g, ''), file).toBe(sheet.replace(/\s/g, ''))
  }
})
