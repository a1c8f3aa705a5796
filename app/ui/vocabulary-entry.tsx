import { FALLBACKS } from '#app/domain/languages.ts'
import type { Entry } from '#app/domain/search/vocabulary.ts'
import { dirOf, LANG_NAMES, LANGS } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import type { Lang } from '#db/schema.ts'
import { KindBadge } from './badge.tsx'
import { Link } from './link.tsx'

type Props = {
  entry: Entry
  /** What the address of its page carries on: a name that shall be added; may be empty. */
  add: string
}

/** A concept or a tag: its names, language beside language, and the way to change them. */
export function VocabularyEntry({ entry: { slug, kind, labels }, add }: Props) {
  const reader = useLang()
  const of = (lang: Lang) => labels.filter((label) => label.lang === lang)
  const called = FALLBACKS[reader].flatMap(of)[0]
  const path = kind === 'tag' ? `/tags/${slug}/edit` : `/moderation/thesaurus/${slug}`
  return (
    <article>
      <h2>
        <Link to={path + add} lang={called?.lang}>
          <bdi>{called?.label ?? slug}</bdi>
        </Link>{' '}
        {kind === 'tag' ? <KindBadge kind="tag" /> : null}
      </h2>
      <dl>
        {LANGS.filter((lang) => of(lang).length > 0).map((lang) => (
          <div key={lang} lang={lang} dir={dirOf(lang)}>
            <dt>{LANG_NAMES[lang]}</dt>
            {of(lang).map(({ label, preferred }) => (
              <dd key={label}>{preferred ? <strong>{label}</strong> : label}</dd>
            ))}
          </div>
        ))}
      </dl>
    </article>
  )
}
