import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { wordsOf } from './docx-runs.js'
import { STYLES } from './docx-styles.js'

/**
 * @typedef {import('./docx-runs.js').Lang} Lang
 * @typedef {import('./docx-runs.js').Direction} Direction
 * @typedef {import('./docx-runs.js').Run} Run
 * @typedef {import('#app/domain/text/blocks.server.ts').Line} Line
 * @typedef {import('#app/domain/text/blocks.server.ts').Block} Block
 * @typedef {{ reference: string, start: number | null, level: number }} List
 * @typedef {{ lang: Lang, level: number, indent: number, lists: List[] }} Around
 */

const HEADINGS = /** @type {const} */ ([HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]) // prettier-ignore
const STEP = 400
const SHADE = { type: ShadingType.CLEAR, fill: 'F5F2ED' }
// In twentieths of a point: the sheet, its sides, and what is between them.
const A4 = { width: 11906, height: 16838 }
const SIDES = { top: 1000, bottom: 1100, left: 1134, right: 1134 }
const MEASURE = A4.width - SIDES.left - SIDES.right
const [TERM, VALUE] = [2900, MEASURE - 2900]
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: 'BFB8AD' }
const BORDERS = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR, insideHorizontal: HAIR, insideVertical: HAIR } // prettier-ignore

/** @param {import('./print.js').Sheet} sheet */
export async function write(sheet) {
  /** @type {List[]} */
  const lists = []
  const children = [...headOf(sheet), ...factsOf(sheet), ...bodyOf(sheet, lists)]
  const document = new Document({
    title: sheet.title.text,
    creator: sheet.authors.join(', '),
    keywords: sheet.keywords.join(', '),
    description: sheet.address,
    styles: STYLES,
    numbering: { config: lists.map(numberingOf) },
    sections: [
      {
        properties: { page: { size: A4, margin: SIDES } },
        footers: { default: footOf(sheet) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** @param {import('./print.js').Sheet} sheet */
function headOf({ lang, dir, kicker, title, summary, notes }) {
  const plain = (/** @type {string} */ text) => ({ dir, runs: [{ text }] })
  return [
    paragraph(plain(kicker), lang, { style: 'Kicker' }),
    paragraph({ dir: title.dir, runs: [title] }, title.lang, { heading: HeadingLevel.TITLE }),
    ...(summary
      ? [paragraph({ dir: summary.dir, runs: [summary] }, summary.lang, { style: 'Lead' })]
      : []),
    ...notes.map((note) => paragraph(plain(note), lang, { style: 'Note' })),
  ]
}

/** @param {import('./print.js').Sheet} sheet */
function factsOf({ lang, dir, facts }) {
  if (facts.length === 0) return []
  const rows = facts.map((fact) => {
    const term = paragraph({ dir, runs: [{ text: fact.term }] }, lang, { style: 'Note' })
    // On the page's side, whichever way it is written.
    const value = paragraph({ ...fact, dir }, lang)
    return new TableRow({
      cantSplit: true,
      children: [cell([term], TERM), cell([value], VALUE)],
    })
  })
  return [table(rows, [TERM, VALUE], dir)]
}

/** @param {import('./print.js').Sheet} sheet @param {List[]} lists */
function bodyOf(sheet, lists) {
  return sheet.sections.flatMap(({ title, lang, blocks }) => [
    paragraph({ dir: sheet.dir, runs: [{ text: title }] }, sheet.lang, {
      heading: HeadingLevel.HEADING_1,
    }),
    ...blocksOf(blocks, { lang, level: 0, indent: 0, lists }),
  ])
}

/** @param {Block[]} blocks @param {Around} around @returns {(Paragraph | Table)[]} */
function blocksOf(blocks, around) {
  return blocks.flatMap((block) => blockOf(block, around))
}

/** @param {Block} block @param {Around} around @returns {(Paragraph | Table)[]} */
function blockOf(block, around) {
  const { lang } = around
  const indent = around.indent ? { left: around.indent } : undefined
  switch (block.as) {
    case 'paragraph':
      return [paragraph(block, lang, { indent })]
    case 'heading':
      return [paragraph(block, lang, { heading: HEADINGS[block.level - 1], indent })]
    case 'list':
      return listOf(block, around)
    case 'quote':
      return blocksOf(block.blocks, { ...around, indent: around.indent + STEP })
    case 'code': {
      const runs = [{ text: block.lines.join('\n'), code: /** @type {const} */ (true) }]
      return [paragraph({ ...block, runs }, lang, { style: 'Code', indent, shading: SHADE })]
    }
    case 'table':
      return tableOf(block, lang)
    case 'rule':
      return [new Paragraph({ thematicBreak: true })]
  }
}

/** @param {Extract<Block, { as: 'list' }>} list @param {Around} around */
function listOf({ start, items, dir }, around) {
  const { lists, lang, level } = around
  const reference = `list-${lists.length}`
  lists.push({ reference, start, level })
  const inside = { ...around, level: level + 1, indent: around.indent + STEP }
  return items.flatMap((item) => {
    const [first, ...rest] = item
    const numbering = { reference, level }
    const indent = { left: inside.indent, hanging: STEP - 80 }
    const isLine = first?.as === 'paragraph'
    const line = isLine ? first : { dir, runs: [] }
    return [
      paragraph(line, lang, { numbering, indent, style: 'Item' }),
      ...blocksOf(isLine ? rest : item, inside),
    ]
  })
}

/** @param {List} list */
function numberingOf({ reference, start, level }) {
  const signs =
    start === null
      ? { format: LevelFormat.BULLET, text: '•' }
      : { format: LevelFormat.DECIMAL, text: '%1.', start }
  return { reference, levels: [{ level, alignment: AlignmentType.LEFT, ...signs }] }
}

/** @param {Extract<Block, { as: 'table' }>} block @param {Lang} lang */
function tableOf({ head, rows, dir }, lang) {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, () => Math.floor(MEASURE / columns))
  const cells = (/** @type {Line[]} */ row, /** @type {object} */ looks) =>
    widths.map((width, at) =>
      cell([paragraph(row[at] ?? { dir, runs: [] }, lang, {}, looks)], width),
    )
  return [
    table(
      [
        new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, { bold: true }) }),
        ...rows.map((row) => new TableRow({ children: cells(row, {}) })),
      ],
      widths,
      dir,
    ),
    // Two tables that touch would be one.
    new Paragraph({ spacing: { before: 0, after: 0 } }),
  ]
}

/** @param {TableRow[]} rows @param {number[]} columnWidths @param {Direction} dir */
function table(rows, columnWidths, dir) {
  const width = { size: MEASURE, type: WidthType.DXA }
  const visuallyRightToLeft = dir === 'rtl'
  return new Table({ rows, width, columnWidths, borders: BORDERS, visuallyRightToLeft })
}

/** @param {Paragraph[]} children @param {number} size */
function cell(children, size) {
  const margins = { top: 40, bottom: 40, left: 100, right: 100 }
  return new TableCell({ children, margins, width: { size, type: WidthType.DXA } })
}

/**
 * @param {Line} line @param {Lang} lang
 * @param {import('docx').IParagraphOptions} [options] @param {object} [looks]
 */
function paragraph({ dir, runs }, lang, options, looks) {
  return new Paragraph({
    ...options,
    bidirectional: dir === 'rtl' || undefined,
    children: wordsOf(runs, { dir, lang }, looks),
  })
}

/** @param {import('./print.js').Sheet} sheet */
function footOf({ dir, lang, site, address }) {
  const words = wordsOf([{ text: `${site} · ` }, { text: address, href: address }], { dir, lang })
  const number = new TextRun({
    children: [' · ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
  })
  const bidirectional = dir === 'rtl' || undefined
  return new Footer({
    children: [new Paragraph({ style: 'Note', bidirectional, children: [...words, number] })],
  })
}
