const ACCENT = '0B5B45'
const MUTED = '5D5851'

// Those that word processors have, for letters of either kind.
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' }

/** @param {number} size in half points @param {number} before @param {string} [color] */
function heading(size, before, color) {
  const run = { size, bold: true, color, font: FONT }
  return { run, paragraph: { spacing: { before, after: 100 }, keepNext: true } }
}

/** @param {string} id @param {object} run @param {object} paragraph */
function own(id, run, paragraph) {
  return { id, name: id, basedOn: 'Normal', quickFormat: true, run, paragraph }
}

/** How a document looks: by styles, so that whoever takes it further changes them once. */
export const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 22, language: { value: 'fr-FR', bidirectional: 'ar-MA' } },
      paragraph: { spacing: { after: 120, line: 288 } },
    },
    title: heading(40, 0),
    heading1: heading(28, 320, ACCENT),
    heading2: heading(24, 240),
    heading3: heading(22, 200),
    heading4: heading(22, 160, MUTED),
    hyperlink: { run: { color: ACCENT, underline: {} } },
  },
  paragraphStyles: [
    own('Kicker', { color: ACCENT, bold: true, size: 20 }, { spacing: { after: 40 } }),
    own('Lead', { size: 25 }, { spacing: { after: 200 } }),
    own('Note', { color: MUTED, size: 18 }, { spacing: { after: 40 } }),
    own('Item', {}, { spacing: { after: 60 } }),
    own('Code', { size: 18 }, { spacing: { line: 240 } }),
  ],
}
