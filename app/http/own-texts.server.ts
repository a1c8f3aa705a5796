import type { OwnText } from '#app/domain/people/own-texts.server.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import type { Lang } from '#db/schema.ts'

/** A person's own text as a Markdown file, one language version after the other. */
export function ownText(lang: Lang, text: OwnText) {
  return `${text.texts.map((version) => versionOf(lang, text, version)).join('\n\n---\n\n')}\n`
}

function versionOf(
  lang: Lang,
  { kind, created_at, sections }: OwnText,
  version: OwnText['texts'][number],
) {
  const t = wordsFor(lang)
  const what = t(`kinds.${kind}`)
  const about = [what, LANG_NAMES[version.lang as Lang], created_at.slice(0, 10)].join(' · ')
  const own = sections.filter((section) => section.lang === version.lang)
  const parts = own.map(({ name, source }) =>
    name === 'body' ? source : `## ${t(headingOf(name))}\n\n${source}`,
  )
  return [`# ${version.title ?? what}`, about, version.summary, ...parts]
    .filter(Boolean)
    .join('\n\n')
}

function headingOf(section: string) {
  return section === 'outcome' ? 'challenges.outcome.title' : `practices.sections.${section}`
}
