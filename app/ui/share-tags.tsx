import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Share } from '#app/i18n/handle.ts'
import { LANGS } from '#app/i18n/locales.ts'
import type { Lang } from '#db/schema.ts'

type Props = { share: Share; title: string; origin: string }

// As Open Graph names them: with a country, from its own list.
const LOCALES: Record<Lang, string> = { ar: 'ar_AR', fr: 'fr_FR', zgh: 'tz_MA', en: 'en_GB' }

/** The address that is the page's own, and what a messenger or a search engine shows of it. */
export function ShareTags({ share, title, origin }: Props) {
  const { t } = useTranslation()
  const { lang, paths, query } = share
  const at = (other: Lang) => `${origin}${encodeURI(`/${other}${paths[other]}`)}${query}`
  return (
    <>
      <link rel="canonical" href={at(lang)} />
      {LANGS.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={at(other)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={share.anyLang} />
      <meta property="og:type" content={share.kind} />
      <meta property="og:url" content={at(lang)} />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={t('site.name')} />
      <meta property="og:locale" content={LOCALES[lang]} />
      <meta property="og:image" content={origin + share.picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
      {share.linked ? <LinkedData data={share.linked} /> : null}
    </>
  )
}

// Data, which no browser runs. No text in it may end the element or open a comment.
function LinkedData({ data }: { data: object }) {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped)
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}

function escaped(sign: string) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
