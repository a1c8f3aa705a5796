const ARABIC_DIGITS = /[٠-٩۰-۹]/g

/** A cell as the forum keeps texts, and as our own CSV had it before a formula was made plain. */
export function cleanCell(text: string) {
  return text
    .replace(/^'(?='*[=+\-@\t\r])/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .toWellFormed()
    .trim()
}

/** The parts of a cell that holds several, as people and programs write them. */
export function partsOf(text: string) {
  return text
    .split(/[;؛,،|\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
}

/** A day as the forum writes it, of the ways in which sheets do; what is none stays as it is. */
export function dayOf(text: string) {
  const digits = latinDigits(text)
  const [, day, month, year] = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(digits) ?? []
  if (year && month) return [year, two(month), ...(day ? [two(day)] : [])].join('-')
  return digits.replace(
    /^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?$/,
    (_, y: string, m: string, d?: string) => [y, two(m), ...(d ? [two(d)] : [])].join('-'),
  )
}

/** A year out of a cell that says no more than it. */
export function yearOf(text: string) {
  return latinDigits(text).replace(/^(\d{4})(?:[.,]0+)?$/, '$1')
}

function latinDigits(text: string) {
  return text.replace(ARABIC_DIGITS, (digit) => String((digit.codePointAt(0)! & 0xf) % 10))
}

function two(number: string) {
  return number.padStart(2, '0')
}
