import { readFileSync } from 'node:fs'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PageHandle } from '#app/i18n/handle.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { colourBlocks } from '#app/ui/design/contrast.ts'
import { Controls } from '#app/ui/design/controls.tsx'
import { Foundations } from '#app/ui/design/foundations.tsx'
import { SAMPLES } from '#app/ui/design/samples.ts'
import { Things } from '#app/ui/design/things.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import sheet from '#app/ui/styles/design.css?url'

// All that pages are made of, to be looked at. app/routes.ts leaves it out of what is built for use.
export const handle: PageHandle = {
  title: (t) => `${t('site.name')} /design`,
  robots: 'noindex',
  script: true,
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: sheet }]

export function loader({ context }: LoaderFunctionArgs) {
  context.needsScript = true
  const [light = {}, dark = {}] = colourBlocks(readFileSync('app/ui/styles/tokens.css', 'utf8'))
  return { schemes: { light, dark } }
}

export default function Design() {
  const { schemes } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const samples = SAMPLES[dirOf(useLang()) === 'rtl' ? 'ar' : 'fr']
  return (
    <>
      <PageTitle
        title={samples.title}
        lead={samples.long}
        breadcrumbs={[{ to: '/design', label: t('site.name') }]}
      />
      <div className="stack-large">
        <Foundations samples={samples} schemes={schemes} />
        <Controls samples={samples} />
        <Things samples={samples} />
      </div>
    </>
  )
}
