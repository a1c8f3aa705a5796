import { type FoundPractice, listSections } from '#app/domain/practices/find.server.ts'
import { toHandOn } from '#app/domain/practices/parts.ts'
import type { PracticeView, SecondVersion } from '#app/domain/practices/view.ts'
import type { Version } from '#app/domain/practices/versions.server.ts'
import { dirOf, interfaceLang } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { db } from '#db/client.server.ts'
import { factsOf } from './practice-paper.server.ts'

type Shown = PracticeView & { titles: Version[] }

/**
 * A practice in one more of its languages, to stand beside the version that is shown; null where it has
 * none in the language asked for. Which of its parts are for members the first of the two says.
 */
export async function secondVersion(
  item: FoundPractice,
  practice: Shown,
  asked: string | null,
): Promise<SecondVersion | null> {
  const version = practice.titles.find(({ lang }) => lang === asked && lang !== practice.lang)
  if (!version) return null
  const { lang, title, summary } = version
  const t = wordsFor(lang)
  const sections = await listSections(db, item, lang)
  // Its tags would be in the language of the page.
  const open = { ...toHandOn(practice), tags: [] }
  const facts = factsOf({ practice: open, lang, t, dir: dirOf(interfaceLang(lang)) })
  return {
    lang,
    title,
    summary,
    facts: facts.map(({ term, dir, runs }) => ({ term, dir, text: runs[0]!.text })),
    sections: sections
      .filter((section) => section.lang === lang)
      .map(({ name, html }) => ({ name, html, title: t(`practices.sections.${name}`) })),
  }
}
