import { RemixBrowser } from '@remix-run/react'
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { langOfPath } from './i18n/locales.ts'
import { Words } from './i18n/use-translation.ts'
import { partsOf } from './i18n/parts.ts'
import { loadI18n } from './i18n/words.client.ts'

void hydrate()

async function hydrate() {
  const lang = langOfPath(window.location.pathname)
  const parts = partsOf(Object.keys(window.__remixRouteModules))
  const [i18n] = await Promise.all([loadI18n(lang, parts), dataOfPage()])
  startTransition(() => {
    hydrateRoot(
      document,
      <Words.Provider value={i18n}>
        <RemixBrowser />
      </Words.Provider>,
    )
  })
}

// Remix decodes the data of the page when it is first rendered, and suspends until then. A key or a
// click in between makes React render at once, which it then cannot (its error 345): so it is asked
// for once before React is.
async function dataOfPage() {
  try {
    RemixBrowser({})
  } catch (decoding) {
    await decoding
  }
}
