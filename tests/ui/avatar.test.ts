import { expect, test } from 'vitest'
import { initialsOf } from '#app/ui/avatar.tsx'

test.each([
  ['Fatima Zahra El Idrissi', 'FI'],
  ['Élue (exemple) – منتخبة (مثال)', 'É'],
  ['Exemple (membre)', 'E'],
  ['Point focal (exemple', 'PF'],
  ['(anonyme)', 'A'],
  ['نقطة ارتكاز (مثال) – Point focal (exemple)', 'ن'],
  ['العربي', 'ع'],
  ['Jean-Pierre Dupont', 'JD'],
  ['', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
