import { expect, test } from 'vitest'
import { COMMON, foldPassword, isCommonPassword } from '#app/domain/users/common-passwords.ts'

test('what is tried first is refused, however it was dressed up', () => {
  const common = [
    ...['Bismillah2024!', 'ALLAHAKBAR786', 'maroc1234567', 'Casablanca@2025', 'M0td3p@sse2026'],
    ...[
      'azertyuiop123',
      'Azerty123456!',
      'salam123salam123',
      'DimaWydad1937',
      'raja casablanca 1949',
    ],
    ...[
      'Mohamed Mohamed',
      'marrakech-2030',
      'passwordpassword',
      'qwertyuiopasdf',
      'Hala Madrid 15!',
    ],
    ...[
      'السلام عليكم 2024',
      'كَلِمَةُ المرور 1',
      'المغرب المغرب',
      '212661234567',
      '............',
      'abcabcabcabc',
    ],
    ...['zyxwvutsrqponm', '3omri Habibi 10', 'Inchaallah20252026'],
  ]
  expect(common.filter((password) => !isCommonPassword(password))).toEqual([])
})

test('a sentence of several words is taken, in whatever language', () => {
  const good = [
    ...['un mot de passe assez long', 'trois chats gris sous la pluie', 'tm3kiR-82kqopw-zzv'],
    ...[
      'القطار يصل إلى فاس قبل الغروب',
      'mouton bleu casablanca tramway',
      'correct horse battery staple',
    ],
  ]
  expect(good.filter(isCommonPassword)).toEqual([])
})

test('the list is kept as it is compared, each word once', () => {
  expect([...COMMON].filter((word) => foldPassword(word) !== word)).toEqual([])
  expect(COMMON.size).toBeGreaterThan(5000)
})
