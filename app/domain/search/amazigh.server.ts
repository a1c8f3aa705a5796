// The letters of the alphabet of IRCAM as they are usually written in Latin ones.
const LATIN: Record<string, string> = {
  ⴰ: 'a', ⴱ: 'b', ⴳ: 'g', ⴷ: 'd', ⴹ: 'd', ⴻ: 'e', ⴼ: 'f', ⴽ: 'k', ⵀ: 'h', ⵃ: 'h', ⵄ: '', ⵅ: 'kh',
  ⵇ: 'q', ⵉ: 'i', ⵊ: 'j', ⵍ: 'l', ⵎ: 'm', ⵏ: 'n', ⵓ: 'u', ⵔ: 'r', ⵕ: 'r', ⵖ: 'gh', ⵙ: 's', ⵚ: 's',
  ⵛ: 'ch', ⵜ: 't', ⵟ: 't', ⵡ: 'w', ⵢ: 'y', ⵣ: 'z', ⵥ: 'z',
} // prettier-ignore

/** Takes a folded word in Tifinagh, gives it in Latin letters. */
export function tifinaghInLatin(word: string): string {
  return [...word].map((letter) => LATIN[letter] ?? '').join('')
}

/**
 * Takes a folded word in Latin letters, gives it without what writers of Amazigh do differently:
 * ou and w for u, x for kh, sh for ch, y for i, a silent e, doubled letters.
 */
export function bySound(word: string): string {
  return word
    .replace(/ou|w/g, 'u')
    .replaceAll('x', 'kh')
    .replaceAll('sh', 'ch')
    .replaceAll('y', 'i')
    .replaceAll('e', '')
    .replace(/(.)\1+/g, '$1')
}
