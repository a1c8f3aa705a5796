import { expect, test } from 'vitest'
import { mentions, plainText, renderMarkdown, RENDERER } from '#app/domain/text/markdown.server.ts'

const REL = 'rel="nofollow ugc noopener"'

test('the renderer has a whole number to be stored beside its HTML', () => {
  expect(Number.isInteger(RENDERER)).toBe(true)
})

test('headings start below those of the page and stop at the fifth level', () => {
  expect(renderMarkdown('# a\n## b\n### c\n###### d')).toBe(
    '<h3 dir="auto">a</h3>\n<h4 dir="auto">b</h4>\n<h5 dir="auto">c</h5>\n<h5 dir="auto">d</h5>\n',
  )
})

test('HTML is shown as it was typed, with the Markdown around it', () => {
  expect(renderMarkdown('<b onclick="x">*a*</b> <PNCL> < 20 %')).toBe(
    '<p dir="auto">&#x3C;b onclick="x"><em>a</em>&#x3C;/b> &#x3C;PNCL> &#x3C; 20 %</p>\n',
  )
  expect(renderMarkdown('<div>\na\n</div>')).toContain('&#x3C;div>')
})

// Code is what only a tree is read for.
test('a text with simple marks or none says the same words as beside one that is cleaned', () => {
  const plain = [
    'Une phrase.\nDeux lignes, « citées » : 50 % ; l’eau (1/2) !',
    'تدبير النفايات،\nبالجماعة؛ لماذا؟\n\n\nفقرة ثانية – نهاية…\n',
    'Two  spaces , a\u00a0fixed one\nand \nan end',
  ]
  const marked = ['a  \nb', 'a\n===', 'a\n- b', 'a\n1. b', 'https://example.org/a', 'see www.example.org', 'A &amp; B', 'a *b* _c_', '> a', '    a', 'a\n\tb', 'a\\\nb', 'a|b\n-|-', '![a](/b)', 'A\r\nb', '# a\n## b', 'a**b**c ~~d~~', '- a\n- *b*\n  c\n\n  d\n  1. e', '> # a\n> - b', '<b>a</b> & "c" \'d\' < &lt;e', '&eacute; &copy; &amp;amp;', '2. a\n3. b', '- [ ] a', 'a\0b **c**'] // prettier-ignore
  for (const source of [...plain, ...marked]) {
    const whole = plainText(`${source}\n\n\`x\``)
    expect(whole, source).toBe(`${plainText(source)}\nx`)
  }
})

test.each([
  ['[a](https://example.org/b)', `<a href="https://example.org/b" ${REL}>a</a>`],
  ['[a](HTTPS://example.org)', `<a href="HTTPS://example.org" ${REL}>a</a>`],
  ['[a](//example.org/b)', `<a href="//example.org/b" ${REL}>a</a>`],
  ['[a](/\\example.org)', `<a href="/%5Cexample.org">a</a>`],
  ['[a](/fr/charter#b)', '<a href="/fr/charter#b">a</a>'],
  ['[a](mailto:b@example.org)', '<a href="mailto:b@example.org">a</a>'],
  ['<b@example.org>', '<a href="mailto:b@example.org">b@example.org</a>'],
  ['[a](javascript:b)', 'a'],
  ['[a](http://[)', 'a'],
  ['[](https://example.org)', `<a href="https://example.org" ${REL}>https://example.org</a>`],
  ['[a](/b "a title")', '<a href="/b">a</a>'],
])('the link %s', (source, html) => {
  expect(renderMarkdown(source)).toBe(`<p dir="auto">${html}</p>\n`)
})

test.each([
  ['https://example.org/a_b_c', 'https://example.org/a_b_c', ''],
  ['https://example.org/a.', 'https://example.org/a', '.'],
  ['https://example.org/a، ب', 'https://example.org/a', '، ب'],
  ['https://example.org/a؟', 'https://example.org/a', '؟'],
  ['https://example.org/a(b)', 'https://example.org/a(b)', ''],
  ['https://example.org/a)', 'https://example.org/a', ')'],
  ['https://example.org/a» b', 'https://example.org/a', '» b'],
])('the bare address %s becomes a link without the punctuation after it', (source, href, rest) => {
  expect(renderMarkdown(source)).toBe(
    `<p dir="auto"><a href="${href}" ${REL}>${href}</a>${rest}</p>\n`,
  )
})

test('an address that starts with www is completed; an e-mail address is left alone', () => {
  expect(renderMarkdown('www.example.org')).toContain('href="https://www.example.org"')
  expect(renderMarkdown('a@example.org')).toBe('<p dir="auto">a@example.org</p>\n')
  expect(renderMarkdown('`https://example.org`')).not.toContain('href')
})

test('our own images are shown, those from elsewhere become links', () => {
  expect(renderMarkdown('![A plan](/files/k3_x-9/plan.png)')).toContain(
    '<img src="/files/k3_x-9/plan.png" alt="A plan" loading="lazy">',
  )
  expect(renderMarkdown('![](/files/k3)')).toContain('<img src="/files/k3" alt="" loading="lazy">')
  expect(renderMarkdown('![A plan](https://example.org/p.png)')).toContain(
    `<a href="https://example.org/p.png" ${REL}>A plan</a>`,
  )
  expect(renderMarkdown('![](https://example.org/p.png)')).toContain('>https://example.org/p.png<')
  expect(renderMarkdown('[![b](https://example.org/p.png)](/a)')).toContain('<a href="/a">b</a>')
  expect(renderMarkdown('[![b](/files/k3)](/a)')).toContain('<a href="/a"><img ')
})

test.each([
  '/files/../a',
  '/files/k3/..',
  '/files/k3/%2e%2E',
  '/files/k3/a/b',
  '/filesk3/a',
  '/files/',
])('the address %s is not that of an image of ours', (address) =>
  expect(renderMarkdown(`![a](${address})`)).not.toContain('<img'),
)

test('in French the spaces before marks and inside quotation marks hold, but in code and addresses', () => {
  const html = (source: string) => renderMarkdown(source, 'fr').replaceAll('\u00a0', '_')
  expect(html('Quoi ? « Oui » : **non** ; *si* !')).toBe(
    '<p dir="auto">Quoi_? «_Oui_»_: <strong>non</strong>_; <em>si</em>_!</p>\n',
  )
  expect(html('- Où  ?!\n- « *ici* »\n\n|a :|\n|-|\n|b ?|')).toMatch(
    /Où_\?!<[^]*«_<em>ici<\/em>_»<[^]*a_:<[^]*b_\?</,
  )
  const kept = ['`a ? b : c`', '    a ? b', '<https://example.org/a?b=c:d>', 'a :b !c 12:30 a?']
  for (const source of kept) expect(html(source)).not.toContain('_')
  for (const lang of ['ar', 'en', undefined] as const) {
    expect(renderMarkdown('Quoi ? « Oui »', lang)).not.toContain('\u00a0')
  }
  // An endless run of spaces costs no more than once through.
  expect(html(`a${' '.repeat(30_000)}b ?`)).toContain('b_?')
})

test('mentions become links to people, outside code and links', () => {
  const link = '<a href="/people/amina" class="mention"><bdi>@amina</bdi></a>'
  expect(renderMarkdown('@amina, **@amina** و@amina.')).toBe(
    `<p dir="auto">${link}, <strong>${link}</strong> و${link}.</p>\n`,
  )
  expect(renderMarkdown('`@amina` [@amina](/a)\n\n    @amina')).not.toContain('/people/')
})

test('mentions are given once each, lower case, in order', () => {
  expect(mentions('@b-2 then @Amina, @b-2 and > @c3\n\n- @d4')).toEqual([
    'b-2',
    'amina',
    'c3',
    'd4',
  ])
  expect(
    mentions('[people](/people/amina) `@b2` a@b2.org a@b2 /@b2 @example.org @a_b @-ab @a'),
  ).toEqual([])
  expect(mentions(`@${'a'.repeat(30)} @${'b'.repeat(31)}`)).toEqual(['a'.repeat(30)])
})

test('every block takes the direction of its own text', () => {
  expect(renderMarkdown('- سلام\n- hello')).toBe(
    '<ul dir="rtl">\n<li dir="auto">سلام</li>\n<li dir="auto">hello</li>\n</ul>\n',
  )
  expect(renderMarkdown('> **12** سلام')).toContain('<blockquote dir="rtl">\n<p dir="auto">')
  expect(renderMarkdown('1. hello')).toContain('<ol dir="ltr">')
  expect(renderMarkdown('ⴰⵣⵓⵍ')).toBe('<p dir="auto">ⴰⵣⵓⵍ</p>\n')
  expect(renderMarkdown('> 12')).toContain('<blockquote dir="auto">')
})

test('a quotation goes the way of its words, not of the name that they are under', () => {
  const by = '> [Agent](/threads/a/posts/b)\n>\n'
  expect(renderMarkdown(`${by}> نعم`)).toContain('<blockquote dir="rtl">\n<p dir="auto"><a')
  expect(renderMarkdown('> [نادية](/threads/a/posts/b)\n>\n> oui')).toContain(
    '<blockquote dir="ltr">',
  )
  expect(renderMarkdown('> [Agent](/threads/a/posts/b)')).toContain('<blockquote dir="ltr">')
  expect(renderMarkdown('> Agent [a](/b)\n>\n> نعم')).toContain('<blockquote dir="ltr">')
})

test('a table keeps its alignment, and each cell its direction', () => {
  const html = renderMarkdown('|الجهة|b|\n|:-|-:|\n|1|~~2~~|')
  expect(html).toContain('<table dir="rtl">')
  expect(html).toContain('<th align="left" dir="auto">الجهة</th>')
  expect(html).toContain('<td align="right" dir="auto"><del>2</del></td>')
})

test('a task list keeps its brackets, a code block loses its language', () => {
  expect(renderMarkdown('- [x] a\n- [ ] b')).toBe(
    '<ul dir="ltr">\n<li dir="auto">[x] a</li>\n<li dir="auto">[ ] b</li>\n</ul>\n',
  )
  expect(renderMarkdown('```js\na\n```')).toBe('<pre dir="auto"><code>a\n</code></pre>\n')
})

test('plain text has the words, one line a block, and no signs', () => {
  const source = [
    '# عنوان',
    'One *two*\n[three](https://example.org) ![four](/files/k3)',
    '- a\n  - b',
    '|c|d|\n|-|-|\n|e|f|',
    '> `@g` <h>',
    '---',
    '```\ni\n  j\n```',
  ]
  expect(plainText(source.join('\n\n'))).toBe(
    'عنوان\nOne two three four\na\nb\nc d\ne f\n@g <h>\ni\nj',
  )
  expect(plainText(' \n ')).toBe('')
})
