import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import type { ItemAuthor } from '#app/domain/items/authors.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Lang } from '#db/schema.ts'

// What pages are in the words of schema.org, as docs/decisions/065-passing-pages-on.md maps them.

/** Where the words of a licence stand. */
export const LICENCES: Record<string, string> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
}

type At = { address: string; lang: Lang }

/** A practice as a HowTo, a tool as a DigitalDocument. */
export function linkedPractice(practice: PracticeView, { address, lang }: At) {
  const t = wordsFor(lang)
  const { collectivity, place, people, stage, licence, publisher, imported } = practice
  const where = collectivity ?? (place ? { name_ar: place, name_fr: place, code: null } : null)
  return inSchema(practice.kind === 'tool' ? 'DigitalDocument' : 'HowTo', {
    '@id': address,
    url: address,
    name: practice.title,
    abstract: practice.summary,
    inLanguage: practice.lang,
    about: practice.principles.map((slug) => t(`principles.${slug}`)),
    keywords: practice.tags.map(({ label }) => label).join(', '),
    creator: where && government(where, lang),
    author: people.map(({ name, handle }) => personOf(name, handle, lang)),
    publisher: publisher && { '@type': 'Organization', name: publisher },
    creativeWorkStatus: stage && t(`stages.${stage}`),
    temporalCoverage: periodOf(practice),
    license: licence && (LICENCES[licence] ?? licence),
    [imported ? 'isBasedOn' : 'citation']: practice.source_url,
    sameAs: practice.website_url,
    datePublished: practice.published_at,
    dateModified: practice.edited_at,
  })
}

type Said = {
  title: string
  lead: string
  lang: Lang
  author: ItemAuthor | null
  published_at: string | null
  created_at: string
  edited_at: string | null
}

/** A challenge as a question, with how many practices answer it where that was counted. */
export function linkedChallenge(
  challenge: Said & { principles: string[] },
  answers: number | null,
  { address, lang }: At,
) {
  const t = wordsFor(lang)
  return inSchema('Question', {
    ...saidOf(challenge, address, lang),
    name: challenge.title,
    about: challenge.principles.map((slug) => t(`principles.${slug}`)),
    answerCount: answers,
  })
}

/** A collection, with how much everyone may read of what it holds. */
export function linkedCollection(collection: Said, entries: number, { address, lang }: At) {
  return inSchema('Collection', {
    ...saidOf(collection, address, lang),
    name: collection.title,
    collectionSize: entries,
  })
}

type Held = { title: string; place: string; starts_on: string; ends_on: string | null }

/** An event, with when and where it was. */
export function linkedEvent(event: Said & Held, { address }: Pick<At, 'address'>) {
  return inSchema('Event', {
    url: address,
    name: event.title,
    description: event.lead,
    inLanguage: event.lang,
    startDate: event.starts_on,
    endDate: event.ends_on,
    location: { '@type': 'Place', name: event.place },
  })
}

type Answered = Omit<Said, 'title' | 'lead'> & { id: string; text: string }

/** A thread: a question with its accepted answer, or a posting with how many replied. */
export function linkedThread(
  thread: Said & { form: string; reply_count: number },
  accepted: Answered | null,
  { address, lang }: At,
) {
  const said = saidOf(thread, address, lang)
  const count = thread.reply_count
  if (thread.form !== 'question') {
    const rest = { headline: thread.title, commentCount: count }
    return inSchema('DiscussionForumPosting', { ...said, ...rest })
  }
  const answer = accepted && {
    '@type': 'Answer',
    ...saidOf({ ...accepted, lead: accepted.text }, `${address}#post-${accepted.id}`, lang),
  }
  const rest = { name: thread.title, answerCount: count, acceptedAnswer: answer }
  return inSchema('QAPage', { mainEntity: without({ '@type': 'Question', ...said, ...rest }) })
}

/** The site itself, with where it is searched. */
export function linkedSite(lang: Lang) {
  const t = wordsFor(lang)
  const home = `${publicUrl()}/${lang}`
  return inSchema('WebSite', {
    url: home,
    name: t('site.name'),
    alternateName: t('site.network'),
    inLanguage: lang,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${home}/search?q={words}`,
      'query-input': 'required name=words',
    },
  })
}

/** A collectivity as an organisation of government. */
export function linkedPlace(place: Place & { kind: string }, lang: Lang) {
  return inSchema('GovernmentOrganization', {
    ...government(place, lang),
    areaServed: { '@type': 'AdministrativeArea', name: placeName(lang, place) },
  })
}

type Place = { code: string | null; name_ar: string; name_fr: string }

function government(place: Place, lang: Lang) {
  const { code, name_fr } = place
  const name = placeName(lang, place)
  const url = code && publicUrl() + encodeURI(`/${lang}${placePath({ code, name_fr })}`)
  return without({ '@type': 'GovernmentOrganization', name, url })
}

function saidOf(said: Omit<Said, 'title'>, address: string, lang: Lang) {
  return {
    url: address,
    text: said.lead,
    inLanguage: said.lang,
    author: said.author && authorOf(said.author, lang),
    datePublished: said.published_at ?? said.created_at,
    dateModified: said.edited_at,
  }
}

function authorOf({ name, handle }: ItemAuthor, lang: Lang) {
  return name && handle ? personOf(name, handle, lang) : null
}

function personOf(name: string, handle: string, lang: Lang) {
  return { '@type': 'Person', name, url: `${publicUrl()}/${lang}/people/${handle}` }
}

function periodOf({ started_on, ended_on, year }: PracticeView) {
  if (started_on || ended_on) return `${started_on ?? '..'}/${ended_on ?? '..'}`
  return year ? String(year) : null
}

function inSchema(type: string, facts: Record<string, unknown>) {
  return { '@context': 'https://schema.org', '@type': type, ...without(facts) }
}

// What is not known is left out, lists of nothing too.
/** Facts without those that are not known. */
export function without(facts: Record<string, unknown>) {
  const isKnown = (value: unknown) =>
    value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && !value[0])
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => isKnown(value)))
}
