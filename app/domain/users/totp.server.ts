import { createHmac, randomBytes } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_SECONDS = 30
// The clocks of phones differ: the code before and the one after are taken too (RFC 6238 §5.2).
const DRIFT = [0, -1, 1]

/** A new secret for an app that shows codes: 160 random bits (RFC 4226 §4), in base32. */
export function newTotpSecret() {
  return Array.from(randomBytes(32), (byte) => BASE32[byte % 32]).join('')
}

/** The code of six digits for a secret and a step, a half minute counted since 1970 (RFC 6238 §4). */
export function totpCode(secret: string, step: number) {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  // RFC 4226 §5.3: the last four bits say where the number stands.
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The step whose code this is, now or a half minute around; undefined for a wrong code. */
export function stepOfCode(secret: string, code: string, now = new Date()) {
  const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS)
  return DRIFT.map((drift) => step + drift).find((one) => totpCode(secret, one) === code)
}

/** The address that an app reads from a picture; `site` and `account` name it in the app's list. */
export function totpAddress(secret: string, { site, account }: { site: string; account: string }) {
  const label = `${encodeURIComponent(site)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(site)}`
}

function bytesOf(secret: string) {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
  return Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => parseInt(byte, 2)),
  )
}
