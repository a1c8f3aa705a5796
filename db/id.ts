import { randomBytes } from 'node:crypto'

/** What ids are made of: no letter that is easily taken for another. */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new opaque id: 12 characters, 60 random bits; a counter would tell how much is hidden. */
export function newId() {
  return Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]).join('')
}
