import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { i18nFor } from '#app/i18n/words.server.ts'
import { Words } from '#app/i18n/use-translation.ts'
import { Field } from '#app/ui/field.tsx'

test('no browser cuts what is too long; where it ends is known to the page', () => {
  const html = renderToString(
    <Words.Provider value={i18nFor('fr')}>
      <Field name="title" label="Titre" maxLength={80} />
    </Words.Provider>,
  )
  expect(html).toContain('data-most="80"')
  expect(html).not.toMatch(/maxlength/i)
})
