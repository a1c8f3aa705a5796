// Morocco groups thousands with a point in Arabic and a space in French, with Western digits.
// (The tables give fr-MA a point too; its administrations write a space.)
const FORMATS: Record<string, Intl.NumberFormat> = {
  ar: new Intl.NumberFormat('ar-MA-u-nu-latn'),
  fr: new Intl.NumberFormat('fr-FR'),
  zgh: new Intl.NumberFormat('fr-FR'),
  en: new Intl.NumberFormat('en-GB'),
}

/** A number for people, in Western digits whatever the language. */
export function formatNumber(value: number, lang: string) {
  return (FORMATS[lang] ?? FORMATS.en ?? new Intl.NumberFormat()).format(value)
}

/** A size as people know it from their phone, in kilobytes or megabytes. */
export function sizeInWords(bytes: number) {
  if (bytes < 1_000_000) return { amount: Math.max(1, Math.round(bytes / 1000)), unit: 'kb' }
  return { amount: Math.round(bytes / 100_000) / 10, unit: 'mb' }
}
