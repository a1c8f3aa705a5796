/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What nobody types by hand, as it stands in an address or a form: percent-encoded. */
export const HOSTILE = [
  ...[
    '',
    ' ',
    'x'.repeat(30_000),
    // Letters that are long when folded, or two code units each, or that lower case makes shorter.
    'ﷺ'.repeat(60),
    `a${'𐌰'.repeat(70)}`,
    'İ'.repeat(30),
    'a\0b\u0007',
    '\u202e\u2066إلى الوراء\u200f',
    'عنوان بالعربية',
    "'; drop table item; --",
    '" OR 1=1 NEAR(a b) title:* AND',
    '*',
    '%_\\',
    '0000-01-01',
    '99999-12-31',
    '2026-02-30',
    '0000-00-00',
    '-000001-01-01',
    '+099999-12-31T23:59:59.999Z',
    '2026-11-24T25:61:61Z',
    '0000-01-01T00:00:00Z~000000000000',
    '99999-12-31T00:00:00.000Z~zzzzzzzzzzzz',
    '-1',
    '1e999',
    'NaN',
    '000000000000',
    'ZZZZZZZZZZZZ',
    'ｚ'.repeat(12),
    '00000000000\0',
    `e${'\u0301'.repeat(500)}`,
    '\uffff\ufdd0\u{10ffff}\ufeff',
    '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿'.repeat(20),
    '9007199254740993',
    '0x10',
    'null',
    'undefined',
    'true',
    '[]',
    '{"$ne":null}',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '//evil.example/a',
    '/\\evil.example',
    '/مسار',
    'javascript:alert(1)',
    'https://[',
    '{{name}} $t(site.name)',
    '<script>alert(1)</script>',
    '[x]('.repeat(400),
    '@a '.repeat(300),
    'a\r\nSet-Cookie: forged=1',
    '[object Object]',
  ].map(encodeURIComponent),
  // Half of a character, in UTF-8 that is none.
  'a%ED%A0%80b',
  '%FF%FE',
]

/** Names of fields that an object has by itself. */
export const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '[0]', 'a[b]']

type Body = { type: string; bytes: string }

const FORM = 'application/x-www-form-urlencoded'
const PARTS = 'multipart/form-data; boundary=cut'

/** Bodies that no form of ours sends. */
export const BROKEN: Body[] = [
  { type: FORM, bytes: '' },
  { type: FORM, bytes: '%' },
  { type: FORM, bytes: INHERITED.map((name) => `${name}=1&${name}=2`).join('&') },
  { type: FORM, bytes: 'challenges=a&principles=b&tags=c&'.repeat(15_000) },
  { type: PARTS, bytes: '' },
  { type: PARTS, bytes: '--cut--\r\n' },
  { type: PARTS, bytes: '--cut\r\nContent-Disposition: form-data; name="file"' },
  { type: PARTS, bytes: part('file"; filename="../\u202egpj.exe', 'MZ') },
  { type: PARTS, bytes: part('__proto__"; filename="a.pdf', '%PDF-1.7') },
  { type: PARTS, bytes: INHERITED.map((name) => part(name, 'x', '')).join('') + '--cut--\r\n' },
  { type: 'multipart/form-data', bytes: 'a=b' },
  { type: 'application/json', bytes: '{"title": ["a"], "__proto__": {"role": "admin"}}' },
  { type: 'text/plain', bytes: 'title=a' },
]

/** The same fields as no form sends them: some missing, all repeated, as lists, as files. */
export const SHAPES: ((fields: [string, string][], random: () => number) => Body)[] = [
  (fields, random) => encodedForm(fields.filter(() => random() < 0.5)),
  (fields) => encodedForm([...fields, ...fields, ...fields]),
  (fields) => encodedForm(fields.flatMap(([name, value]) => [[`${name}[]`, value], [`${name}[0]`, value], [`${name}[a][b]`, value]])), // prettier-ignore
  (fields) => asFiles(fields),
]

// A file where a text is asked for, with a name of its own; and a text where a file is.
function asFiles(fields: [string, string][]): Body {
  const files = fields.map(([name, value]) =>
    part(`${decodeURIComponent(name)}"; filename="../${name}.html`, value, ''),
  )
  return { type: PARTS, bytes: `${files.join('')}${part('file', 'no file')}` }
}

function part(name: string, content: string, end = '--cut--\r\n') {
  return `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n${end}`
}

/** A form as a browser would send it; names and values are encoded already. */
export function encodedForm(fields: [string, string][]): Body {
  return { type: FORM, bytes: fields.map(([name, value]) => `${name}=${value}`).join('&') }
}
