import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Audience as Readers, DraftAudience } from '#app/domain/spaces/audience.ts'
import { Words } from '#app/i18n/use-translation.ts'
import { i18nFor } from '#app/i18n/words.server.ts'
import { Audience } from '#app/ui/audience.tsx'
import type { Lang } from '#db/schema.ts'

function said(lang: Lang, audience: Readers | DraftAudience) {
  const line = createElement(Audience, { audience })
  const html = renderToStaticMarkup(createElement(Words.Provider, { value: i18nFor(lang) }, line))
  return html.replace(/<[^>]*>/g, '')
}

test('who will read is said plainly, in three languages', () => {
  const open = { visibility: 'public', members: 3 } as const
  expect(said('en', open)).toBe('Everyone on the internet can read this.')
  expect(said('fr', open)).toBe('Tout le monde sur Internet peut lire ce contenu.')
  expect(said('zgh', open)).toBe(said('fr', open))
  expect(said('en', { visibility: 'network', members: 3 })).toBe(
    'Every confirmed member of the network can read this.',
  )
})

test.each([
  [1, 'لن يقرأ هذا المحتوى إلا العضو الوحيد في هذا الفضاء.'],
  [2, 'لن يقرأ هذا المحتوى إلا عضوا هذا الفضاء.'],
  [3, 'لن يقرأ هذا المحتوى إلا أعضاء هذا الفضاء، وعددهم 3 أعضاء.'],
  [14, 'لن يقرأ هذا المحتوى إلا أعضاء هذا الفضاء، وعددهم 14 عضوا.'],
  [100, 'لن يقرأ هذا المحتوى إلا أعضاء هذا الفضاء، وعددهم 100 عضو.'],
])('a private space of %i is counted as Arabic counts', (members, words) => {
  expect(said('ar', { visibility: 'private', members })).toBe(words)
})

test('a draft is for its authors, and what waits in a space is for those who keep that space', () => {
  expect(said('en', { visibility: 'authors' })).toContain('Only its authors')
  expect(said('en', { visibility: 'reviewers' })).toContain('facilitation team')
  expect(said('en', { visibility: 'reviewers', space: 'Ours' })).toContain(
    'moderators of this space',
  )
})
