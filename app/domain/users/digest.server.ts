import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 in hex: how every secret that a cookie or a mail carries is stored. */
export function digest(secret: string) {
  return createHash('sha256').update(secret).digest('hex')
}

/** A secret for a cookie or a link: 32 random bytes, base64url. */
export function newSecret() {
  return randomBytes(32).toString('base64url')
}
