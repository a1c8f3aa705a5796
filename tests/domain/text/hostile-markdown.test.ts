import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { ALLOWED } from '#app/domain/text/allow-list.server.ts'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import { offTheList } from './off-the-list.ts'

const SCRIPT_ADDRESSES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java&#x09;script:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  '&#106;avascript:alert(1)',
  '&#x6A;&#x61;vascript:alert(1)',
  '&#0000106avascript:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  'javascript&#x3a;alert(1)',
  'java\\script:alert(1)',
  'javascript\\:alert(1)',
  '\u0001javascript:alert(1)',
  '\u200bjavascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'javascript:alert`1`',
  'vbscript:msgbox(1)',
  'VBScript&colon;msgbox(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'blob:https://example.org/1',
  'file:///etc/passwd',
  'feed:javascript:alert(1)',
  'view-source:javascript:alert(1)',
  'filesystem:https://example.org/x',
  'livescript:alert(1)',
  'mocha:alert(1)',
  'about:blank',
  'intent://x#Intent;scheme=javascript;end',
]

const HOSTILE_HTML = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example></sCrIpT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="/files/a1" onerror="alert(1)">',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math><a xlink:href="javascript:alert(1)">x</a></math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<style><a title="</style><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<textarea><a title="</textarea><img src=x onerror=alert(1)>">',
  '<title><a id="</title><img src=x onerror=alert(1)>">',
  '<xmp><p title="</xmp><svg onload=alert(1)>">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<link rel="stylesheet" href="//evil.example/x.css">',
  '<form action="/logout"><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<p style="background:url(javascript:alert(1))" class="mention" id="cookie">x</p>',
  '<a name="attributes" id="body" href="#">x</a>',
  '<form id="document"><input name="cookie"></form>',
  '<img name="getElementById"><img id="head">',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<!DOCTYPE html><body onload=alert(1)>',
  '</p></div></body><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
]

const HOSTILE_MARKDOWN = [
  '[x](/a "\\" onmouseover=\\"alert(1)")',
  '[x](/a \'" onmouseover="alert(1)\')',
  '[x](/a "&quot; onclick=&quot;alert(1)")',
  '[x](<"onmouseover="alert(1)>)',
  '![x" onerror="alert(1)](/files/a1)',
  '![x](/files/a1"onerror="alert(1))',
  '![x](/files/../logout)',
  '![x](/files/a1/%2e%2e/%2e%2e/logout)',
  '![x](/files/a1/..\\..\\logout)',
  '![x](//evil.example/files/a1)',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '[<img src=x onerror=alert(1)>](/a)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '[x]\n\n[x]: <java&Tab;script:alert(1)> "<script>"',
  '```"><script>alert(1)</script>\nx\n```',
  '``` x" onload="alert(1)\nx\n```',
  '`</code><script>alert(1)</script>`',
  '|<script>|`|`|\n|-|-|\n|<img src=x onerror=alert(1)>|</td></table><svg onload=alert(1)>|',
  '**<b onclick="**alert(1)**">**',
  '- <li onclick=alert(1)>\n\n  <svg/onload=alert(1)>',
  '> <blockquote onclick=alert(1)>\n</blockquote><script>',
  '@<script>alert(1)</script> @ab"onclick="alert(1)',
  'https://example.org/"onmouseover="alert(1)',
  'https://example.org/<script>alert(1)</script>',
  "www.example.org/'onclick='alert(1)",
  '# <h1 id="location">x</h1>',
  '1" onclick="alert(1). x',
  '\u0000<\u0000script>alert(1)</\u0000script>',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
]

const inLinks = SCRIPT_ADDRESSES.flatMap((address) => [
  `[x](${address})`,
  `[x](<${address}>)`,
  `[x]\n\n[x]: <${address}>`,
  `![x](${address})`,
])

const allOfThem = [...inLinks, ...HOSTILE_HTML, ...HOSTILE_MARKDOWN]

test('there are 197 hostile texts, no two alike', () => {
  expect(allOfThem).toHaveLength(197)
  expect(new Set(allOfThem).size).toBe(allOfThem.length)
})

test.each(allOfThem)('nothing off the list comes out of %j', (source) => {
  for (const text of [
    source,
    `a ${source} b`,
    `- ${source}\n\n> ${source}`,
    `*[a](/b) ${source}*`,
  ]) {
    const html = renderMarkdown(text)
    expect(offTheList(html)).toEqual([])
    expect(toHtml(fromHtml(html, { fragment: true }))).toBe(html)
  }
})

// Two locks: HTML is not read as HTML, and if it ever were, the list would still hold.
test.each([...HOSTILE_HTML, ...SCRIPT_ADDRESSES.map((address) => `<a href="${address}">x</a>`)])(
  'the list alone stops %j',
  (html) => {
    const tree = sanitize(fromHtml(`<p>a</p>${html}`, { fragment: true }), ALLOWED)
    expect(offTheList(toHtml(tree))).toEqual([])
  },
)

test('the check itself sees what is off the list', () => {
  expect(offTheList('<p onclick="x">a</p>')).toEqual(['p[onClick=x]'])
  expect(offTheList('<a href="java\nscript:x">a</a>')).toHaveLength(1)
  expect(offTheList('<svg></svg>')).toEqual(['<svg>'])
  expect(offTheList('<p id="body">a</p><!-- x -->')).toEqual(['p[id=body]', 'comment'])
  expect(offTheList('<img src="https://example.org/files/a1" alt="">')).toHaveLength(1)
})

test('two thousand texts of signs thrown together break nothing', () => {
  const next = numbersFrom(7)
  for (let round = 0; round < 2_000; round++) {
    const html = renderMarkdown(
      Array.from({ length: 30 }, () => PARTS[next(PARTS.length)]).join(''),
    )
    expect(offTheList(html)).toEqual([])
    expect(toHtml(fromHtml(html, { fragment: true }))).toBe(html)
  }
})

const PARTS = [
  ...['*', '**', '_', '~~', '`', '```\n', '[', ']', '(', ')', '![', '](', '<', '>', '\\', '&', '"'],
  ...[
    '\n',
    '\n\n',
    '\n> ',
    '\n- ',
    '\n1. ',
    '    ',
    '\t',
    '|',
    '\n|-|-|\n',
    '# ',
    '\n===\n',
    '---',
  ],
  ...['a', 'é', 'سلام', '@ab', 'https://a.ma', 'www.', 'javascript:', '&#x3c;', '/files/a1', ': '],
  ...[
    '<script>',
    '<svg onload=x>',
    '</p>',
    '<!--',
    '-->',
    '<![CDATA[',
    '[x]: ',
    '\u0000',
    '\ud800',
  ],
]

// A linear congruential sequence: the same texts on every run and every machine.
function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
