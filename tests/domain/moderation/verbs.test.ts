import { expect, test } from 'vitest'
import { AUDIT_VERBS } from '#app/domain/moderation/verbs.ts'
import ar from '#locales/ar.json'

test('every verb of the log has its words, and every word its verb', () => {
  expect([...AUDIT_VERBS].sort()).toEqual(Object.keys(ar.audit).sort())
})
