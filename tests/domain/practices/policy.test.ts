import { expect, test } from 'vitest'
import {
  canEditPractice,
  canPublishAtOnce,
  canReadRevision,
  canWritePractice,
} from '#app/domain/practices/practices.policy.ts'
import {
  contradictions,
  draftSchema,
  missing,
} from '#app/domain/practices/practices.schema.server.ts'
import { REQUIRED } from '#app/domain/practices/practices.limits.ts'
import { aMember, aUser } from '#tests/support/factories.ts'

test('only a confirmed seat or a facilitator writes practices', async () => {
  expect(canWritePractice(null)).toBe(false)
  expect(canWritePractice(await aUser())).toBe(false)
  expect(canWritePractice(await aMember())).toBe(true)
  expect(canWritePractice(await aUser({ role: 'facilitator' }))).toBe(true)
})

test('the first practice waits for review, unless a facilitator writes it or the space is private', async () => {
  const member = await aMember()
  const facilitator = await aUser({ role: 'facilitator' })
  expect(canPublishAtOnce(member, { accepted: false, space: null })).toBe(false)
  expect(canPublishAtOnce(member, { accepted: true, space: null })).toBe(true)
  expect(canPublishAtOnce(facilitator, { accepted: false, space: null })).toBe(true)
  for (const [visibility, may] of [
    ['public', false],
    ['network', false],
    ['private', true],
  ] as const) {
    expect(canPublishAtOnce(member, { accepted: false, space: { visibility } })).toBe(may)
  }
})

test('a steward edits what was handed in, never a draft', async () => {
  const someone = await aMember()
  const as = (mine: boolean, steward: boolean, state: 'draft' | 'submitted' | 'published') =>
    canEditPractice(someone, { mine, steward, state })
  expect(as(true, false, 'draft')).toBe(true)
  expect(as(false, true, 'draft')).toBe(false)
  expect(as(false, true, 'submitted')).toBe(true)
  expect(as(false, false, 'published')).toBe(false)
  expect(canEditPractice(null, { mine: true, steward: true, state: 'published' })).toBe(false)
})

test('revisions from before publication are for the authors', () => {
  const reader = { mine: false, steward: false }
  const steward = { mine: false, steward: true }
  expect(canReadRevision(reader, 'draft')).toBe(false)
  expect(canReadRevision(reader, 'submitted')).toBe(false)
  expect(canReadRevision(reader, 'published')).toBe(true)
  expect(canReadRevision(steward, 'draft')).toBe(false)
  expect(canReadRevision(steward, 'submitted')).toBe(true)
  expect(canReadRevision({ mine: true, steward: false }, 'draft')).toBe(true)
})

test('a draft needs its title alone; publishing asks for eight fields', () => {
  const draft = draftSchema.parse({ title: 'Un titre' })
  expect(Object.keys(missing(draft))).toEqual(REQUIRED.filter((field) => field !== 'title'))
  expect(draftSchema.safeParse({}).success).toBe(false)
  expect(Object.keys(missing({}))).toHaveLength(8)
})

test('a place stands for a collectivity that has no code', () => {
  expect(missing(draftSchema.parse({ title: 'T', place: 'Monastir' }))).not.toHaveProperty(
    'collectivity',
  )
})

test('dates are days, months or years that exist, in their order', () => {
  const parse = (started_on: string, ended_on = '') =>
    draftSchema.safeParse({ title: 'T', started_on, ended_on })
  for (const good of ['2024', '2024-03', '2024-03-15', '2024-02-29', '15/03/2024']) {
    expect(parse(good).success).toBe(true)
  }
  for (const bad of ['24', '2024-13', '2023-02-29', '29/02/2023']) {
    expect(parse(bad).success).toBe(false)
  }
  const backwards = draftSchema.parse({ title: 'T', started_on: '2024-05', ended_on: '2024-03' })
  expect(contradictions(backwards)).toHaveProperty('ended_on')
})

test('an address must be of the web', () => {
  const parse = (source_url: string) => draftSchema.safeParse({ title: 'T', source_url }).success
  expect(parse('https://example.org/a')).toBe(true)
  expect(parse('javascript:alert(1)')).toBe(false)
  expect(parse('example.org')).toBe(false)
})
