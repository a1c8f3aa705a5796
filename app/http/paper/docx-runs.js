import { ExternalHyperlink, TextRun } from 'docx'

/**
 * @typedef {import('#app/domain/text/blocks.server.ts').Run} Run
 * @typedef {import('#app/domain/text/blocks.server.ts').Direction} Direction
 * @typedef {import('#db/schema.ts').Lang} Lang
 */

// As the spelling checkers of word processors call them. Latin letters in an Arabic text are mostly French.
const SPELLING = { ar: 'fr-FR', fr: 'fr-FR', en: 'en-GB', zgh: 'zgh-Tfng-MA' }

const R = '\\p{Script=Arabic}'
const L = '(?!\\p{Script=Arabic})\\p{L}'

// From a letter that goes the other way to the last one before a letter that goes this way, numbers and
// what addresses end with among them.
const OTHER_WAY = {
  rtl: new RegExp(`(${L}(?:[^${R}]*(?:${L}|[\\p{N}/]))?)`, 'u'),
  ltr: new RegExp(`(${R}(?:(?:(?!${L})[^])*[${R}\\p{N}])?)`, 'u'),
}

/**
 * The words of a line. A word processor orders no letters by itself as browsers do: each run says which way
 * it goes.
 * @param {Run[]} runs @param {{ dir: Direction, lang: Lang }} around @param {object} [looks]
 */
export function wordsOf(runs, around, looks) {
  return runs
    .map((run) => {
      const children = textsOf(run, around, looks)
      return run.href ? new ExternalHyperlink({ link: run.href, children }) : children
    })
    .flat()
}

/** @param {Run} run @param {{ dir: Direction, lang: Lang }} around @param {object} [looks] */
function textsOf(run, { dir, lang }, looks) {
  return piecesOf(run.text, dir).flatMap((piece) =>
    linesOf(piece.text).map(
      (text, at) =>
        new TextRun({
          ...looksOf(run, piece.isRtl),
          ...looks,
          text,
          break: at > 0 ? 1 : undefined,
          rightToLeft: piece.isRtl || undefined,
          language: piece.isRtl ? { bidirectional: 'ar-MA' } : { value: SPELLING[lang] },
        }),
    ),
  )
}

/** @param {string} text @param {Direction} dir */
function piecesOf(text, dir) {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .split(OTHER_WAY[dir])
    .map((piece, at) => ({ text: piece, isRtl: (dir === 'rtl') === (at % 2 === 0) }))
    .filter((piece) => piece.text)
}

// No XML holds these.
/** @param {string} text */
function linesOf(text) {
  return text.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '').split('\n')
}

// Arabic has no slanted letters.
/** @param {Run} run @param {boolean} isRtl */
function looksOf(run, isRtl) {
  return {
    bold: run.strong || (run.em && isRtl) || undefined,
    italics: (run.em && !isRtl) || undefined,
    strike: run.del || undefined,
    style: run.href ? 'Hyperlink' : undefined,
    font: run.code ? 'Courier New' : undefined,
  }
}
