const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]*));/gi

/** The signs that a text names. Throws at the two thousand names that hardly anyone types. */
export function withoutEntities(text: string) {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name = '') => {
    if (!decimal && !hex) {
      const sign = NAMED[name as string]
      if (!sign) throw new Error(`no sign for ${whole}`)
      return sign
    }
    const code = decimal ? Number(decimal) : parseInt(hex!, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd'
  })
}
