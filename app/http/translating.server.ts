import { listOwnSeats } from '#app/domain/items/authors.server.ts'
import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import { isInPublic } from '#app/domain/practices/parts.ts'
import { PRACTICE_SECTIONS } from '#app/domain/practices/practices.limits.ts'
import { canReview, canTranslate, wishingSeats } from '#app/domain/practices/practices.policy.ts'
import { listChanges, textsOf } from '#app/domain/practices/translations.server.ts'
import { type FieldTexts, missingLangs, TEXT_FIELDS } from '#app/domain/practices/translations.ts'
import type { Version } from '#app/domain/practices/versions.server.ts'
import { creditOf, viewPractice } from '#app/domain/practices/view.server.ts'
import type { Wish } from '#app/domain/practices/wishes.server.ts'
import { termFinder } from '#app/domain/search/terms.server.ts'
import { renderMarkdown } from '#app/domain/text/markdown.server.ts'
import type { SignedIn, Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'

type Into = { lang: Lang; version: Version | undefined }

/**
 * The original of a practice field by field, as its translator works from it: what it says, what has
 * changed since the version was brought up to date, and the terms that have a name in its language.
 */
export async function fieldsToTranslate(item: FoundPractice, { lang, version }: Into) {
  const [source, target] = [await textsOf(db, item, item.lang), await textsOf(db, item, lang)]
  const changed = version?.translation?.changed ?? []
  const changes = await listChanges(db, item, { lang, changed })
  const termsIn = await termFinder(db, lang)
  const fields = TEXT_FIELDS.filter((name) => source[name] || target[name]).map((name) => ({
    name,
    pieces: changes[name] ?? [{ text: source[name], change: 'same' as const }],
    changed: changed.includes(name),
    missing: version !== undefined && target[name] === '',
    forMembers: name === 'obstacles' && item.obstacles_readers === 'network' && isInPublic(item),
    terms: termsIn(source[name]),
  }))
  return { fields, target }
}

export type SourceField = Awaited<ReturnType<typeof fieldsToTranslate>>['fields'][number]

type Typed = { viewer: SignedIn; shownIn: Lang; lang: Lang; texts: FieldTexts }

/** What was typed, as the page would show it; what was not translated comes as it is now. */
export async function previewTranslation(item: FoundPractice, typed: Typed) {
  const { viewer, shownIn, lang, texts } = typed
  const asked = { viewer, lang: shownIn, asked: item.lang }
  const { titles: _, ...view } = await viewPractice(db, item, asked)
  const sections = PRACTICE_SECTIONS.flatMap((name) =>
    texts[name]
      ? [{ name, lang, html: renderMarkdown(texts[name], lang) }]
      : view.sections.filter((section) => section.name === name),
  )
  return { ...view, lang, title: texts.title, summary: texts.summary || null, sections }
}

type Around = { viewer: Viewer; versions: Version[]; wishes: Wish[] }

/** The versions of a practice, those that there are not yet, and what this viewer may do about each. */
export async function versionsToShow(item: FoundPractice, { viewer, versions, wishes }: Around) {
  const seats = wishingSeats(viewer, item).map(({ id }) => id)
  const own = viewer && seats.length ? await listOwnSeats(db, viewer) : []
  const known = versions.map(({ lang, title, translation }) => ({
    lang,
    title,
    credit: translation && creditOf(translation),
    may: {
      translate: translation !== null && canTranslate(viewer, item, translation),
      review: canReview(viewer, item, translation),
    },
  }))
  const absent = missingLangs(versions).map((lang) => {
    const { count = 0, codes = [] } = wishes.find((one) => one.lang === lang) ?? {}
    const asking = own.filter(({ id }) => seats.includes(id))
    const hasAsked = ({ place }: (typeof own)[number]) => codes.includes(place?.code ?? '')
    return {
      lang,
      count,
      seats: asking.filter((seat) => !hasAsked(seat)),
      spoken: asking.filter(hasAsked),
      mayTranslate: canTranslate(viewer, item),
    }
  })
  return { known, absent }
}
