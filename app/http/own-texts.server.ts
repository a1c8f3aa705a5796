import type { OwnText } from '#app/domain/people/own-texts.server.ts'
import { LANG_NAMES } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import type { Lang } from '#db/schema.ts'

/** A person's own texts as one Markdown file, in the words of their language. */
export function ownTexts(lang: Lang, name: string, texts: OwnText[]) {
  const t = wordsFor(lang)
  const entries = texts.flatMap((text) => text.texts.map((version) => entry(lang, text, version)))
  const intro = `# ${t('people.texts.title', { name })}\n\n${t('people.texts.lead')}`
  return `${[intro, ...entries].join('\n\n---\n\n')}\n`
}

function entry(
  lang: Lang,
  { kind, created_at, sections }: OwnText,
  version: OwnText['texts'][number],
) {
  const t = wordsFor(lang)
  const what = t(`kinds.${kind}`)
  const about = [what, LANG_NAMES[version.lang as Lang], created_at.slice(0, 10)].join(' · ')
  const own = sections.filter((section) => section.lang === version.lang)
  const parts = own.map(({ name, source }) =>
    name === 'body' ? source : `### ${t(headingOf(name))}\n\n${source}`,
  )
  return [`## ${version.title ?? what}`, about, version.summary, ...parts]
    .filter(Boolean)
    .join('\n\n')
}

function headingOf(section: string) {
  return section === 'outcome' ? 'challenges.outcome.title' : `practices.sections.${section}`
}
