import { contentTypes, zip } from '#tests/domain/files/office-files.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

type Part = readonly [name: string, content: string]

const SIGNS: Record<string, number> = { '€': 0x80, '…': 0x85, '’': 0x92, '«': 0xab, '»': 0xbb }

/** Text in an encoding of one byte a letter, as Excel saves CSV where that is the computer's. */
export function encoded(text: string, encoding: 'windows-1256' | 'windows-1252') {
  // Node 20 reads the French one as ISO 8859-1, which is the same but for a few signs.
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, at) => at))
  return Uint8Array.from([...text], (letter) => {
    const byte = SIGNS[letter] ?? [...letters].indexOf(letter)
    if (byte < 0) throw new Error(`${letter} is not in ${encoding}`)
    return byte
  })
}

export function utf16(text: string, mark = true) {
  return new Uint8Array(Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le'))
}

export function utf8(text: string) {
  return new TextEncoder().encode(text)
}

/** An XLSX workbook of these sheets, with strings in the cells; a date is a number with its format. */
export function xlsx(sheets: Record<string, (string | number | Date)[][]>, more: Part[] = []) {
  const names = Object.keys(sheets)
  return zip([
    ['[Content_Types].xml', typesOf(names)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...names.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ],
    [
      'xl/styles.xml',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ],
    ...names.map((name, at): Part => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(sheets[name]!)]),
    ...more,
  ])
}

function typesOf(names: string[]) {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${OFFICE}spreadsheetml.${type}+xml"/>`
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${names.map((_, at) => part(`worksheets/sheet${at + 1}.xml`, 'worksheet')).join('')}</Types>`
}

function relations(list: [type: string, target: string][]) {
  const all = list.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`
}

function sheetOf(rows: (string | number | Date)[][]) {
  const cells = rows.map((row, y) => {
    const inside = row.map((value, x) => {
      const at = `r="${String.fromCharCode(65 + x)}${y + 1}"`
      if (value instanceof Date)
        return `<c ${at} s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`
      if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`
      return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
    })
    return `<row r="${y + 1}">${inside.join('')}</row>`
  })
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells.join('')}</sheetData></worksheet>`
}

type Paragraph =
  { heading: string } | { bold: string } | { text: string } | { row: [string, string] }

/** A Word document of these paragraphs and rows of tables. */
export function docx(paragraphs: Paragraph[], more: Part[] = []) {
  const run = (text: string, bold = false) =>
    `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  const body = paragraphs.map((one) => {
    if ('heading' in one)
      return `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(one.heading)}</w:p>`
    if ('bold' in one) return `<w:p>${run(one.bold, true)}</w:p>`
    if ('text' in one) return `<w:p>${run(one.text)}</w:p>`
    return `<w:tbl><w:tr>${one.row.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr></w:tbl>`
  })
  return zip([
    ['[Content_Types].xml', contentTypes(`${OFFICE}wordprocessingml.document.main+xml`)],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    [
      'word/styles.xml',
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
    ],
    ['word/_rels/document.xml.rels', relations([['styles', 'styles.xml']])],
    [
      'word/document.xml',
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ],
    ...more,
  ])
}

function escaped(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * A PDF as printing programs write Arabic: the shapes of the letters, from left to right, with a table that
 * says which letters they are. Lines with their size, from the top.
 */
export function pdf(lines: [text: string, size: number][]) {
  const letters = [...new Set(lines.flatMap(([text]) => [...shaped(text)]))]
  const hex = (number: number) => number.toString(16).padStart(4, '0')
  const shown = lines.map(([text, size], at) => {
    const codes = [...shaped(text)].map((letter) => hex(letters.indexOf(letter) + 1)).join('')
    return `BT /F1 ${size} Tf 1 0 0 1 60 ${760 - 40 * at} Tm <${codes}> Tj ET`
  })
  const map = letters.map((letter, at) => `<${hex(at + 1)}> <${hex(letter.codePointAt(0)!)}>`)
  const table = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${map.length} beginbfchar ${map.join('\n')} endbfchar endcmap end end`
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    streamOf(shown.join('\n')),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>',
    streamOf(table),
    '<< /Type /FontDescriptor /FontName /Arial /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ])
}

// In the order of the page, not of reading.
function shaped(text: string) {
  return /[\u0600-\u06ff]/.test(text) ? [...text].reverse().join('') : text
}

function streamOf(text: string) {
  return `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`
}

function assembled(objects: string[]) {
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  return utf8(
    `${body}${xref}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`,
  )
}
