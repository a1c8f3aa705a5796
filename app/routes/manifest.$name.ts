import type { LoaderFunctionArgs } from '@remix-run/node'
import { found } from '#app/http/respond.server.ts'
import { dirOf, LANGS } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'

const icon = (name: string, size: number, purpose = 'any') => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** `/manifest/ar.webmanifest`: what the forum is called and looks like where it is put on a phone. */
export function loader({ params: { name = '' } }: LoaderFunctionArgs) {
  const lang = found(LANGS.find((one) => name === `${one}.webmanifest`))
  const t = wordsFor(lang)
  const manifest = {
    id: '/',
    name: t('site.network'),
    short_name: t('site.name'),
    lang,
    dir: dirOf(lang),
    start_url: `/${lang}`,
    scope: '/',
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0b5b45',
    icons: [icon('192', 192), icon('512', 512), icon('maskable', 512, 'maskable')],
  }
  return new Response(JSON.stringify(manifest), {
    headers: {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
