import { expect, test } from 'vitest'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { markdownOf } from '#app/ui/pasted-html.ts'
import {
  block,
  continued,
  type Edit,
  instead,
  link,
  linkOver,
  marked,
  strong,
  table,
  type Written,
} from '#app/ui/writing.ts'

// What is selected stands between two bars; where one writes is two bars.
function at(drawn: string): Written {
  const [before = '', chosen = '', after = ''] = drawn.split('¦')
  const start = before.length
  return { text: before + chosen + after, start, end: start + chosen.length }
}

function after(drawn: string, edit: (written: Written) => Edit | undefined) {
  const written = at(drawn)
  const done = edit(written)
  if (!done) return undefined
  const text = written.text.slice(0, done.from) + done.insert + written.text.slice(done.to)
  const [start, end] = [done.start, done.end]
  return `${text.slice(0, start)}¦${text.slice(start, end)}¦${text.slice(end)}`
}

test.each([
  ['صوّت ¦المجلس¦ أمس', 'صوّت **¦المجلس¦** أمس'],
  ['صوّت ¦المجلس ¦أمس', 'صوّت **¦المجلس¦** أمس'],
  ['صوّت **¦المجلس¦** أمس', 'صوّت ¦المجلس¦ أمس'],
  ['صوّت ¦**المجلس**¦ أمس', 'صوّت ¦المجلس¦ أمس'],
  ['صوّت ¦¦', 'صوّت **¦بارز¦**'],
])('what is selected becomes strong, and plain again: %s', (before, expected) => {
  expect(after(before, (written) => strong(written, 'بارز'))).toBe(expected)
})

test.each([
  ['voir ¦le guide¦', 'voir [le guide](¦https://¦)'],
  ['voir ¦¦', 'voir [¦texte¦](https://)'],
  ['voir ¦https://x.ma/a¦', 'voir [¦texte¦](https://x.ma/a)'],
])('a link asks for what it has not: %s', (before, expected) => {
  expect(after(before, (written) => link(written, { label: 'texte' }))).toBe(expected)
})

test('an address that is pasted over words becomes their link, and nothing else does', () => {
  const over = (drawn: string, pasted: string) =>
    after(drawn, (written) => linkOver(written, pasted))
  expect(over('voir ¦le guide¦.', ' https://x.ma/a ')).toBe('voir [le guide](https://x.ma/a)¦¦.')
  expect(over('voir ¦le guide¦', 'le texte')).toBeUndefined()
  expect(over('voir ¦¦', 'https://x.ma/a')).toBeUndefined()
  expect(over('¦https://x.ma/b¦', 'https://x.ma/a')).toBeUndefined()
  expect(over('¦un\ndeux¦', 'https://x.ma/a')).toBeUndefined()
})

test.each([
  ['list', '¦un\n\ndeux¦', '¦- un\n\n- deux¦'],
  ['list', '¦- un\n- deux¦', '¦un\ndeux¦'],
  ['list', '1. u¦¦n', '- u¦¦n'],
  ['list', '- un\n¦¦', '- un\n- ¦¦'],
  ['list', 'Avant\nde¦¦ux\nAprès', 'Avant\n\n- de¦¦ux\n\nAprès'],
  ['numbers', '¦un\ndeux\n¦trois', '¦1. un\n2. deux¦\n\ntrois'],
  ['quote', '¦- قال¦', '¦> - قال¦'],
  ['quote', '¦> قال¦', '¦قال¦'],
  ['heading', '### من¦¦هنا', '## من¦¦هنا'.replace('## ', '')],
  ['heading', 'من¦¦هنا', '## من¦¦هنا'],
] as const)('lines become what they are not (%s): %s', (tool, before, expected) => {
  expect(after(before, (written) => marked(written, tool))).toBe(expected)
})

test('a table and an image stand apart from the lines around them', () => {
  const words = { column: 'العمود', cell: 'نص' }
  const drawn = after('قبل¦¦\nبعد', (written) => table(written, words))
  expect(drawn).toBe('قبل\n\n| ¦العمود 1¦ | العمود 2 |\n| --- | --- |\n| نص | نص |\n\nبعد')
  expect(renderMarkdown(drawn!.replaceAll('¦', ''))).toContain('<th')
  expect(after('¦¦', (written) => block(written, '![a](/files/b/c.png)'))).toBe(
    '![a](/files/b/c.png)¦¦',
  )
})

test.each([
  ['- un¦¦', '- un\n- ¦¦'],
  ['9. تسعة¦¦', '9. تسعة\n10. ¦¦'],
  ['- un\n- ¦¦', '- un\n¦¦'],
  ['> cité¦¦ encore', '> cité\n> ¦¦ encore'],
  ['texte¦¦', undefined],
  ['- ¦un¦', undefined],
])('Enter goes on with a list, and an empty item ends it: %j', (before, expected) => {
  expect(after(before, continued)).toBe(expected)
})

test('what was sent takes the place of its mark, and one goes on writing where one was', () => {
  const done = (drawn: string) => after(drawn, (written) => instead(written, '![…]()', '![a](/f)'))
  expect(done('![…]()\n\nsui¦¦te')).toBe('![a](/f)\n\nsui¦¦te')
  expect(done('sui¦¦te ![…]()')).toBe('sui¦¦te ![a](/f)')
  expect(done('removed¦¦')).toBeUndefined()
})

const WORD = `<html><head><style>p.MsoNormal{}</style></head><body><!--StartFragment-->
<h2 dir=RTL><b>البرنامج</b></h2>
<p class=MsoNormal dir=RTL><b style='mso-bidi-font-weight:normal'>الهدف:</b> تحسين
<a href="https://example.org/a">الخدمات</a><o:p></o:p></p><p>&nbsp;</p>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>أولا</p>
<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>ثانيا</p>
<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>ثالثا</p>
<table><tr><td><p>السنة</p></td><td><p>المبلغ</p></td></tr><tr><td>2024</td><td><p>10</p><p>20|30</p></td></tr></table>
<img src="file:///C:/x.png"><script>alert(1)</script></body></html>`

test('what comes from a word processor is Markdown that shows the same', () => {
  expect(markdownOf(WORD)).toBe(
    [
      '## البرنامج\n',
      '**الهدف:** تحسين [الخدمات](https://example.org/a)\n',
      '- أولا\n- ثانيا\n1. ثالثا\n',
      '| السنة | المبلغ |\n| --- | --- |\n| 2024 | 10 20\\|30 |',
    ].join('\n'),
  )
})

test('what comes from the web keeps its lists and weights, and what it links to', () => {
  const docs =
    '<b style="font-weight:normal"><p><span style="font-weight:700">Gras</span> et 1_2_3</p>' +
    '<ul><li><p>un</p></li><li><p>deux</p><ol start="3"><li>trois</li></ol></li></ul></b>'
  expect(markdownOf(docs)).toBe('**Gras** et 1\\_2\\_3\n\n- un\n- deux\n  3. trois')
  const page =
    '<p><a href="javascript:x()">un</a> <a href="#n">deux</a> <a href="https://x.ma/a_(b)">trois</a></p>' +
    '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>'
  expect(markdownOf(page)).toBe(
    'un deux [trois](https://x.ma/a_%28b%29)\n\n| a | b |\n| --- | --- |',
  )
})
