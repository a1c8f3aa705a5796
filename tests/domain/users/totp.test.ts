import { expect, test } from 'vitest'
import { newTotpSecret, stepOfCode, totpAddress, totpCode } from '#app/domain/users/totp.server.ts'

// RFC 6238, appendix B: SHA-1, "12345678901234567890", the last six of its eight digits.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const VECTORS = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const

test('codes are those of the standard', () => {
  const made = VECTORS.map(([seconds]) => [seconds, totpCode(SECRET, Math.floor(seconds / 30))])
  expect(made).toEqual(VECTORS)
})

test('a code counts half a minute early and late, and no longer', () => {
  const code = totpCode(SECRET, 1000)
  const at = (step: number) => stepOfCode(SECRET, code, new Date(step * 30_000))
  expect([998, 999, 1000, 1001, 1002].map(at)).toEqual([undefined, 1000, 1000, 1000, undefined])
  expect(stepOfCode(SECRET, '', new Date(30_000_000))).toBeUndefined()
})

test('secrets differ, and an app is told whose they are', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newTotpSecret()).not.toBe(newTotpSecret())
  const url = new URL(totpAddress(SECRET, { site: 'Multaqa', account: 'a+b@example.org' }))
  expect(decodeURIComponent(url.pathname)).toContain('Multaqa:a+b@example.org')
  expect(url.searchParams.get('secret')).toBe(SECRET)
})
