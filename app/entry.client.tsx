import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { langOfPath } from './i18n/locales.ts'
import { loadI18n } from './i18n/words.client.ts'

void hydrate()

async function hydrate() {
  const i18n = await loadI18n(langOfPath(window.location.pathname))
  startTransition(() => {
    hydrateRoot(
      document,
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>,
    )
  })
}
