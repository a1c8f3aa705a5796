import type { Mapped } from '#app/domain/feeds/feeds.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Lang } from '#db/schema.ts'
import { xml } from './xml.server.ts'

const LISTS = [
  ...['/challenges', '/threads', '/practices', '/collections', '/events'],
  ...['/spaces', '/collectivities', '/tags'],
]
const WORDS = ['/charter', '/about', '/privacy', '/accessibility']

/** The public pages in every language, each naming its siblings (sitemaps.org, with hreflang). */
export function sitemap(items: Mapped[]) {
  const pages = ['', ...LISTS, ...WORDS].map((path) => group(() => path))
  const content = items.map(({ id, kind, titles, changed }) =>
    group((lang) => itemPath({ id, kind, title: titles[lang] }), changed),
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...pages, ...content].join('')}</urlset>
`
}

function group(pathIn: (lang: Lang) => string, changed?: string) {
  const address = (lang: Lang) => xml(encodeURI(`${publicUrl()}/${lang}${pathIn(lang)}`))
  const siblings = LANGS.map(
    (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${address(lang)}"/>`,
  ).join('')
  const date = changed ? `<lastmod>${changed}</lastmod>` : ''
  return LANGS.map((lang) => `<url><loc>${address(lang)}</loc>${date}${siblings}</url>\n`).join('')
}
