import lists from '#db/reference/common-passwords.json'

// A run of keys or of the alphabet is no secret, wherever it begins and in whichever direction.
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'ضصثقفغعهخحجدشسيبلاتنمكط',
]
const LETTERS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** The common passwords, as `foldPassword` leaves them: the world's most used, and Morocco's. */
export const COMMON = new Set(`${lists.world} ${lists.local}`.split(' '))

/**
 * A password without what people add to a common one to make it pass: capitals, accents, spaces,
 * digits in the place of letters, digits and signs around it.
 */
export function foldPassword(password: string) {
  return password
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}ـ]+/gu, '')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/[013457@$]/g, (sign) => LETTERS[sign]!)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
}

/**
 * Whether a password is among those that are tried first: a common one or two, once or repeated, a
 * run of keys, or digits and signs alone.
 */
export function isCommonPassword(password: string) {
  const unit = unitOf(foldPassword(unitOf(password)))
  return unit.length < 4 || isRun(unit) || isMadeOfTwo(unit)
}

function isMadeOfTwo(folded: string) {
  const ends = Array.from({ length: folded.length }, (_, index) => index + 1)
  return ends.some((end) => {
    const rest = folded.slice(end)
    return COMMON.has(folded.slice(0, end)) && (rest === '' || COMMON.has(rest))
  })
}

function isRun(folded: string) {
  const backwards = [...folded].reverse().join('')
  return RUNS.some((run) => `${run}${run}`.includes(folded) || `${run}${run}`.includes(backwards))
}

// What is repeated, in a text that is nothing but one thing repeated.
function unitOf(text: string) {
  const again = `${text}${text}`.indexOf(text, 1)
  return again > 0 && text.length % again === 0 ? text.slice(0, again) : text
}
