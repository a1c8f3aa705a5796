import { randomBytes } from 'node:crypto'

/** What ids are made of: no letter that is easily taken for another. */
export const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new opaque id: 12 characters, 60 random bits; a counter would tell how much is hidden. */
export function newId() {
  return Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]).join('')
}

/**
 * A new id that comes after those before it, for rows of which a deed writes many: they stand together in
 * their index, where random ones touch a page each. It tells when it was made; 12 characters as well, the
 * time in milliseconds and a number.
 */
export function orderedId() {
  count = (count + 1) % 32 ** 3
  return inAlphabet(Date.now(), 9) + inAlphabet(count, 3)
}

// Another one in each process that writes in the same millisecond.
let count = Math.floor(Math.random() * 32 ** 3)

function inAlphabet(number: number, length: number) {
  const digit = (at: number) => ALPHABET[Math.floor(number / 32 ** at) % 32]
  return Array.from({ length }, (_, index) => digit(length - 1 - index)).join('')
}
