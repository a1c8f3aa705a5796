import { expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '#app/domain/files/files.limits.ts'
import { inspectFile } from '#app/domain/files/inspect.server.ts'
import { contentTypes, ooxml, openDocument, zip } from './office-files.ts'

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const ODF = 'application/vnd.oasis.opendocument'

test.each([
  ['pdf', 'application/pdf', text(PDF)],
  ['docx', `${OFFICE}.wordprocessingml.document`, ooxml('docx')],
  ['xlsx', `${OFFICE}.spreadsheetml.sheet`, ooxml('xlsx')],
  ['pptx', `${OFFICE}.presentationml.presentation`, ooxml('pptx')],
  ['odt', `${ODF}.text`, openDocument('text')],
  ['ods', `${ODF}.spreadsheet`, openDocument('spreadsheet')],
  ['odp', `${ODF}.presentation`, openDocument('presentation')],
])(
  'a %s is told by its content, whatever its name, and kept as it is',
  async (extension, mime, bytes) => {
    const found = await inspectFile(bytes, 'photo.jpg')
    expect(found).toEqual({ ok: true, mime, extension, kind: 'document', bytes })
  },
)

test('plain text in UTF-8 is taken; only its name tells a table', async () => {
  const bytes = text('الجهة,العدد\nسوس ماسة,3\n')
  expect(await inspectFile(bytes, 'a.CSV')).toMatchObject({ mime: 'text/csv', extension: 'csv' })
  expect(await inspectFile(bytes, 'a.exe')).toMatchObject({ mime: 'text/plain', extension: 'txt' })
  const marked = text('\ufeffa;b\n1;2 < 3\n')
  expect(await inspectFile(marked, 'a.csv')).toMatchObject({ ok: true, bytes: marked })
})

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['one byte too many', new Uint8Array(MAX_FILE_BYTES + 1).fill(97), 'too_large'],
  ['text with a NUL', text('a\0b'), 'type'],
  ['text in Windows-1256', Uint8Array.of(0xd3, 0xe1, 0xc7, 0xe3), 'type'],
  ['text in UTF-16', new Uint8Array(Buffer.from('\ufeffa,b', 'utf16le')), 'type'],
  ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'), 'type'],
  ['an SVG with a declaration', text('<?xml version="1.0"?><svg/>'), 'type'],
  ['HTML', text('<!doctype html><script>x</script>'), 'type'],
  ['HTML after a blank', text('\n\n  <p onclick="x">'), 'type'],
  ['HTML after words', text('hello <SCRIPT>x</SCRIPT>'), 'type'],
  ['HTML after a byte order mark', text('\ufeff<b>x</b>'), 'type'],
  [
    'a page that says late that it is one',
    text(`${' '.repeat(600)}<html><script>x</script>`),
    'type',
  ],
  ['a page before a PDF', text(`<html><script>x</script>${PDF}`), 'type'],
  ['XML with a style sheet', text('<?xml-stylesheet href="javascript:x"?><a/>'), 'type'],
  [
    'XML that unfolds',
    text('<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
    'type',
  ],
  ['an HTML application', text('<hta:application/><script>x</script>'), 'type'],
  [
    'a shortcut to a program',
    Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, 0xc0),
    'type',
  ],
  ['a program of Linux', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0), 'type'],
  ['an archive that is also a picture', pictureAndArchive(), 'broken'],
  ['RTF', text('{\\rtf1 a}'), 'type'],
  ['a plain archive', zip([['a.txt', 'a']]), 'type'],
  ['a Java archive', zip([['META-INF/MANIFEST.MF', 'Main-Class: A']]), 'type'],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), 'type'],
  ['a program', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0), 'type'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'type'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await inspectFile(bytes, 'report.txt')).toEqual({ ok: false, reason })
})

const DOCX_MAIN = `${OFFICE}.wordprocessingml.document.main+xml`
const DOCM_MAIN = 'application/vnd.ms-word.document.macroEnabled.main+xml'

test.each([
  ['a part with Visual Basic', ooxml('docx', [['word/vbaProject.bin', 'x']]), 'type'],
  ['the same in capitals', ooxml('xlsx', [['XL\\VBAPROJECT.BIN', 'x']]), 'type'],
  ['Excel 4 macros', ooxml('xlsx', [['xl/macrosheets/sheet1.xml', 'x']]), 'type'],
  ['an ActiveX control', ooxml('pptx', [['ppt/activeX/activeX1.bin', 'x']]), 'type'],
  ['a main type that allows macros', ooxml('docx', [], contentTypes(DOCM_MAIN)), 'type'],
  ['Visual Basic under another name', ooxml('docx', [], typesWithProgram()), 'type'],
  ['Basic in OpenDocument', openDocument('text', [['Basic/Standard/Module1.xml', 'x']]), 'type'],
  ['a script in OpenDocument', openDocument('spreadsheet', [['Scripts/python/a.py', 'x']]), 'type'],
  [
    'two lists of types',
    ooxml('docx', [['[content_types].XML', contentTypes(DOCX_MAIN)]]),
    'broken',
  ],
  ['a directory cut off', ooxml('docx').slice(0, -40), 'broken'],
])('an office document with %s is refused', async (_, bytes, reason) => {
  expect(await inspectFile(bytes, 'report.docx')).toEqual({ ok: false, reason })
})

test('a list of types that only a reader from the front would see does not hide macros', async () => {
  const front = ooxml('docx')
  const back = ooxml('docx', [], contentTypes(DOCM_MAIN))
  const both = new Uint8Array(Buffer.concat([front.slice(0, -22), moved(back, front.length - 22)]))
  expect(await inspectFile(both, 'report.docx')).toEqual({ ok: false, reason: 'type' })
})

test('a list of types that unfolds to many megabytes is not unfolded', async () => {
  const bomb = ooxml('docx', [], contentTypes(DOCX_MAIN) + ' '.repeat(16_000_000))
  expect(bomb.length).toBeLessThan(50_000)
  const before = process.memoryUsage().arrayBuffers
  expect(await inspectFile(bomb, 'report.docx')).toHaveProperty('ok', false)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000)
})

test('what is a PDF and a page at once is kept as a PDF, which is only ever downloaded', async () => {
  const both = text(`%PDF-1.4\n<script>alert(1)</script>\n${PDF}`)
  expect(await inspectFile(both, 'a.html')).toMatchObject({ extension: 'pdf', kind: 'document' })
})

test('damaged archives are refused, never thrown at', async () => {
  const whole = ooxml('docx')
  for (let at = 8; at < whole.length; at += 3) {
    const damaged = Uint8Array.from(whole)
    damaged[at] = 0xff
    const found = await inspectFile(damaged, 'report.docx')
    expect(found.ok || ['type', 'broken'].includes(found.reason)).toBe(true)
    expect(await inspectFile(whole.slice(0, at + 1), 'report.docx')).toHaveProperty('ok', false)
  }
})

function text(content: string) {
  return new TextEncoder().encode(content)
}

function pictureAndArchive() {
  return new Uint8Array(Buffer.concat([Buffer.from('GIF89a'), zip([['a.class', 'x']])]))
}

function typesWithProgram() {
  const program = '<Override PartName="/a" ContentType="application/vnd.ms-office.vbaProject"/>'
  return contentTypes(DOCX_MAIN).replace('</Types>', `${program}</Types>`)
}

// The archive as it must be written when it stands behind other bytes.
function moved(archive: Uint8Array, by: number) {
  const bytes = Buffer.from(archive)
  const end = bytes.length - 22
  let at = bytes.readUInt32LE(end + 16)
  bytes.writeUInt32LE(at + by, end + 16)
  while (at < end) {
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + by, at + 42)
    at += 46 + bytes.readUInt16LE(at + 28)
  }
  return bytes
}
