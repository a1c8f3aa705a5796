import { expect, test } from 'vitest'
import { canAskAttestation } from '#app/domain/attestations/attestations.policy.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'

const facilitator = { role: 'facilitator', seats: [], role_waits: false } as unknown as SignedIn
const member = { role: 'account', seats: [{ id: 's' }], role_waits: false } as unknown as SignedIn
const draft = {
  mine: true,
  state: 'draft',
  space_id: null,
  origin_id: null,
  collectivity_code: '16.001.01.01',
}

test('a facilitator asks about a draft of their own for a collectivity, and nobody else does', () => {
  expect(canAskAttestation(facilitator, draft)).toBe(true)
  for (const other of [member, null, { ...facilitator, role_waits: true }]) {
    expect(canAskAttestation(other, draft)).toBe(false)
  }
})

test('not about what is public, stands in a space, came from a thread or names no collectivity', () => {
  const others = [
    { mine: false },
    { state: 'submitted' },
    { state: 'published' },
    { space_id: 'a' },
    { origin_id: 'a' },
    { collectivity_code: null },
  ]
  for (const other of others) {
    expect(canAskAttestation(facilitator, { ...draft, ...other })).toBe(false)
  }
})
