import { expect, test } from 'vitest'
import { READ } from '#app/domain/imports/imports.limits.ts'
import { readImportFile } from '#app/domain/imports/read-file.server.ts'
import type { SheetContent, TableContent } from '#app/domain/imports/reader/fault.js'
import { zip } from '#tests/domain/files/office-files.ts'
import { docx, encoded, pdf, utf16, utf8, xlsx } from './made-files.ts'

const ARABIC = 'العنوان;الملخص\r\nميزانية تشاركية;لقاءات في الأحياء، مع الساكنة\r\n'
const FRENCH =
  'Titre;Résumé;Coût\r\nÉlection des délégués à Fès;Été 2024 : « À l’écoute »;20 000 €\r\n'

test.each([
  ['UTF-8 with its mark', utf8(`\ufeff${ARABIC}`), 'utf-8', ARABIC],
  ['UTF-8 without', utf8(FRENCH), 'utf-8', FRENCH],
  ['Windows-1256', encoded(ARABIC, 'windows-1256'), 'windows-1256', ARABIC],
  ['Windows-1252', encoded(FRENCH, 'windows-1252'), 'windows-1252', FRENCH],
  ['UTF-16 with its mark', utf16(ARABIC), 'utf-16le', ARABIC],
  ['UTF-16 without', utf16(FRENCH, false), 'utf-16le', FRENCH],
])('a CSV file in %s is read by the letters it has', async (_, bytes, readAs, text) => {
  const content = await tableOf(bytes)
  const [header, row] = text.split('\r\n').map((line) => line.split(';'))
  expect(content).toEqual({ columns: header, rows: [{ number: 2, cells: row }], readAs, left: [] })
})

test('columns are told apart by commas, semicolons, tabs, or what the file says itself', async () => {
  for (const [sign, begin] of [
    [',', ''],
    [';', ''],
    ['\t', ''],
    ['|', 'sep=|\n'],
  ]) {
    const { rows } = await tableOf(
      utf8(`${begin}"a${sign}1"${sign}b\n"x ""y""\nz"${sign}2${sign}3\n\n4\n`),
    )
    expect(
      rows.map(({ cells }) => cells),
      sign,
    ).toEqual([['x "y"\nz', '2', '3'], ['4']])
  }
})

test('a workbook gives its first table, and says what it has besides', async () => {
  const day = new Date('2024-05-13T00:00:00Z')
  const content = await tableOf(
    xlsx({
      Vide: [],
      Fiche: [['Inventaire 2024'], ['Titre', 'Début', 'Année'], [], ['بوابة & ميزانية', day, 2024]],
      Autre: [['x']],
    }),
  )
  expect(content).toEqual({
    columns: ['Titre', 'Début', 'Année'],
    rows: [{ number: 4, cells: ['بوابة & ميزانية', '2024-05-13', '2024'] }],
    readAs: 'xlsx',
    left: ['Inventaire 2024', 'Autre'],
  })
})

test('an Arabic Word sheet gives its headings, its rows of two cells and its text', async () => {
  const { blocks } = await sheetOf(
    docx([
      { heading: 'الميزانية التشاركية' },
      { text: 'تجربة أولى' },
      { bold: 'السياق:' },
      { text: 'كانت الجماعة تبحث' },
      { row: ['الشركاء', 'جمعيات الحي'] },
    ]),
  )
  expect(blocks).toEqual([
    { as: 'heading', text: 'الميزانية التشاركية' },
    { as: 'text', text: 'تجربة أولى' },
    { as: 'heading', text: 'السياق:' },
    { as: 'text', text: 'كانت الجماعة تبحث' },
    { as: 'pair', label: 'الشركاء', text: 'جمعيات الحي' },
  ])
})

test('an Arabic PDF is read from right to left, and its large lines are headings', async () => {
  const { blocks } = await sheetOf(
    pdf([
      ['ميزانية تشاركية', 20],
      ['لقاءات مع الساكنة في الأحياء', 11],
      ['Résultats', 11],
      ['كل مقترح له جواب', 11],
    ]),
  )
  expect(blocks.map(({ as, text }) => [as, text])).toEqual([
    ['heading', 'ميزانية تشاركية'],
    ['text', 'لقاءات مع الساكنة في الأحياء'],
    ['text', 'Résultats'],
    ['text', 'كل مقترح له جواب'],
  ])
})

const wide = (columns: number) =>
  `${Array.from({ length: columns }, (_, at) => `c${at}`).join()}\n1,2\n`

test.each<[string, Uint8Array, string]>([
  ['nothing', new Uint8Array(), 'empty'],
  ['spaces', utf8(' \n \n'), 'empty'],
  ['names of columns alone', utf8('a,b\n'), 'no_rows'],
  ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(97), 'too_large'],
  ['too many rows', utf8(`a,b\n${'1,2\n'.repeat(READ.rows + 1)}`), 'rows'],
  ['too many columns', utf8(wide(READ.columns + 1)), 'columns'],
  ['too long a cell', utf8(`a,b\n1,${'x'.repeat(READ.cell + 1)}\n`), 'cell'],
  ['a quotation mark that is not closed', utf8('a,b\n"1,2\n3,4\n'), 'csv'],
  ['bytes of no kind', Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256), 'type'],
  [
    'an image',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
    'type',
  ],
  ['an archive', zip([['a.csv', 'a,b\n1,2\n']]), 'type'],
  ['half a workbook', xlsx({ a: [['a'], ['b']] }).slice(0, 900), 'broken'],
  ['a workbook without its sheets', xlsx({}), 'broken'],
  ['macros', xlsx({ a: [['a'], ['b']] }, [['xl/vbaProject.bin', 'x']]), 'type'],
  [
    'entities',
    docx([{ text: 'x' }], [['word/header1.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']]),
    'broken',
  ],
  [
    'entities in UTF-16',
    docx([{ text: 'x' }], [['word/x.xml', '\ufeff<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0']]),
    'broken',
  ],
  ['a document without text', docx([]), 'no_text'],
  ['half a PDF', pdf([['x', 11]]).slice(0, 200), 'broken'],
  ['a PDF of pictures', pdf([['', 11]]), 'no_text'],
])('%s gives a fault, not a table', async (_, bytes, fault) => {
  expect(await readImportFile(bytes)).toEqual({ ok: false, fault })
})

test('what unfolds to more than it should is stopped, whatever size it says it has', async () => {
  const bomb = docx([{ text: 'x' }], [['word/media/a.bin', '\0'.repeat(READ.unpacked + 1)]])
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await readImportFile(bomb)).toEqual({ ok: false, fault: 'bomb' })
  // The size in the directory is a lie that libraries would reserve memory by.
  const liar = Buffer.from(bomb)
  const entry = liar.lastIndexOf('word/media/a.bin') - 46
  expect(liar.readUInt32LE(entry + 24)).toBe(READ.unpacked + 1)
  liar.writeUInt32LE(10, entry + 24)
  expect(await readImportFile(new Uint8Array(liar))).toEqual({ ok: false, fault: 'bomb' })
})

test('ten megabytes of CSV are read, while the process answers others', async () => {
  const cell = 'ميزانية '.repeat(350)
  const bytes = utf8(`a,b\n${`"${cell}",x\n`.repeat(1_990)}`)
  expect(bytes.length).toBeGreaterThan(9_000_000)
  let ticks = 0
  const timer = setInterval(() => ticks++, 5)
  const { rows } = await tableOf(bytes)
  clearInterval(timer)
  expect(rows).toHaveLength(1_990)
  expect(ticks).toBeGreaterThan(3)
})

test('one file is read at a time, and few wait', async () => {
  const reads = Array.from({ length: 6 }, () => readImportFile(utf8('a,b\n1,2\n')))
  const faults = (await Promise.all(reads)).map((read) => (read.ok ? null : read.fault))
  expect(faults).toEqual([null, null, null, null, 'busy', 'busy'])
  expect((await readImportFile(utf8('a,b\n1,2\n'))).ok).toBe(true)
})

async function tableOf(bytes: Uint8Array) {
  const read = await readImportFile(bytes)
  expect(read).toMatchObject({ ok: true })
  return (read as { content: TableContent }).content
}

async function sheetOf(bytes: Uint8Array) {
  const read = await readImportFile(bytes)
  expect(read).toMatchObject({ ok: true })
  return (read as { content: SheetContent }).content
}
