import type { TFunction } from 'i18next'
import { placeName } from '#app/domain/collectivities/names.ts'
import { type FileRow, filePath } from '#app/domain/files/files.server.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import {
  type Block,
  blocksOf,
  type Direction,
  type Line,
  type Run,
} from '#app/domain/text/blocks.server.ts'
import { directionOf } from '#app/domain/text/direction.ts'
import { addressInWords } from '#app/i18n/address.ts'
import { citation } from '#app/i18n/citation.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { dirOf, interfaceLang, LANG_NAMES } from '#app/i18n/locales.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Lang } from '#db/schema.ts'
import { shortAddress } from './share.server.ts'

type Spoken = { text: string; lang: Lang; dir: Direction }

/** A practice as a document shows it from its head to its foot, whichever program it is for. */
export type Paper = {
  /** The language of all words that are not its own. */
  lang: Lang
  dir: Direction
  kicker: string
  title: Spoken
  summary: Spoken | null
  /** Which version this is, and whose. */
  notes: string[]
  facts: (Line & { term: string })[]
  sections: { title: string; lang: Lang; blocks: Block[] }[]
  address: string
  site: string
  authors: string[]
  keywords: string[]
  date: string | null
}

type Shown = { id: string; state: string; practice: PracticeView; files: FileRow[]; lang: Lang }

type Worded = { practice: PracticeView; lang: Lang; t: TFunction; dir: Direction }

type Page = Shown & Worded & { address: string }

/** What is on paper of a practice that somebody may read, in words of theirs. */
export function paperOf(shown: Shown): Paper {
  const { id, state, practice, lang } = shown
  const t = wordsFor(lang)
  const page: Page = { ...shown, t, dir: dirOf(interfaceLang(lang)), address: shortAddress(id) }
  const { people, collectivity, tags, principles } = practice
  const organiser = collectivity ? placeName(lang, collectivity) : practice.place
  const kinds = [t(`ui.kinds.${practice.kind}`), state === 'published' ? '' : t(`ui.states.${state}`)] // prettier-ignore
  return {
    lang: interfaceLang(lang),
    dir: page.dir,
    kicker: kinds.filter(Boolean).join(' · '),
    title: spoken(practice.title, practice.lang),
    summary: practice.summary ? spoken(practice.summary, practice.lang) : null,
    notes: notesOf(page),
    facts: factsOf(page),
    sections: [
      ...practice.sections.map(({ name, lang: own, html }) => ({
        title: t(`practices.sections.${name}`),
        lang: own,
        blocks: blocksOf(html, { dir: dirOf(own), base: publicUrl() }),
      })),
      ...listed(page, 'challenges', challengesOf(page)),
      ...listed(page, 'files', filesOf(page)),
      sourceOf(page),
    ],
    address: page.address,
    site: t('site.name'),
    authors: [...people.map(({ name }) => name), organiser].filter((one) => one !== null),
    keywords: [
      ...principles.map((slug) => t(`principles.${slug}`)),
      ...tags.map(({ label }) => label),
    ],
    date: practice.edited_at ?? practice.published_at,
  }
}

function spoken(text: string, lang: Lang): Spoken {
  return { text, lang, dir: directionOf(text) ?? dirOf(lang) }
}

function notesOf({ t, practice, lang }: Page) {
  const { translation, original, attested } = practice
  const notes: string[] = []
  if (practice.lang !== lang) {
    notes.push(t('practices.page.in_language', { lang: t(`languages.${practice.lang}`) }))
  }
  if (translation) {
    const { translator, state } = translation
    const by = translator ? ` ${t('translations.by')} \u2068${translator.name}\u2069` : ''
    const from = t('translations.from', { lang: t(`languages.${original}`) })
    notes.push(`${from}${by} — ${t(`translations.states.${state}`)}`)
  }
  if (attested) {
    const date = formatDate(attested.at, t)
    notes.push(t('attestations.line', { place: placeName(lang, attested), date }))
  }
  return notes
}

/** What is known of a practice, term by term, in words of a language. */
export function factsOf({ t, practice, lang, dir }: Worded): Paper['facts'] {
  const { region, stage, year, website_url, people, credits } = practice
  const facts: [string, string | null][] = [
    [practice.kind === 'tool' ? 'tool_place' : 'collectivity', whereOf(t, practice, lang)],
    ['region', region && placeName(lang, region)],
    ['stage', stage && t(`stages.${stage}`)],
    ['year', year ? String(year) : null],
    ['dates', datesOf(t, practice)],
    ['website_url', website_url],
    ['publisher', practice.publisher],
    ['cost', practice.cost],
    ['duration', practice.duration],
    ['deliberation', practice.deliberation],
    ['contact', practice.contact],
    ['lang', t(`languages.${practice.original}`)],
    ['licence', practice.licence],
    ['people', namesOf(people, t)],
    ['credits', namesOf(credits, t)],
    ['principles', joined(practice.principles.map((slug) => t(`principles.${slug}`)), t)], // prettier-ignore
    ['tags', joined(practice.tags.map(({ label }) => `\u2068${label}\u2069`), t)], // prettier-ignore
  ]
  return facts.flatMap(([name, value]) => {
    if (!value) return []
    const runs = [name === 'website_url' ? linked(value) : { text: value }]
    return { term: t(`practices.fields.${name}`), dir: directionOf(value) ?? dir, runs }
  })
}

function whereOf(t: TFunction, { collectivity, place, country }: PracticeView, lang: Lang) {
  if (collectivity) return placeName(lang, collectivity)
  const abroad =
    country === 'MA' ? '' : t(`practices.countries.${country}`, { defaultValue: country })
  // Some entries are about a whole country and name it as their place.
  const name = place?.replaceAll("'", '’').includes(abroad) ? '' : abroad
  return [place, name].filter(Boolean).join(' — ')
}

function datesOf(t: TFunction, { started_on, ended_on }: PracticeView) {
  const [from, until] = [started_on, ended_on].map((date) => date && partialDate(date, t))
  if (from && until) return `${from} – ${until}`
  if (from) return `${t('practices.page.from')} ${from}`
  return until ? `${t('practices.page.until')} ${until}` : null
}

function partialDate(value: string, t: TFunction) {
  if (value.length === 4) return value
  return value.length === 7 ? formatDate(`${value}-01`, t, 'month') : formatDate(value, t)
}

function namesOf(people: { name: string }[], t: TFunction) {
  return joined(people.map(({ name }) => `\u2068${name}\u2069`), t) // prettier-ignore
}

function joined(words: string[], t: TFunction) {
  return words.join(t('revisions.comma'))
}

function linked(url: string): Run {
  return { text: `\u2066${addressInWords(url)}\u2069`, href: url }
}

function listed({ t, lang, dir }: Page, name: string, items: Run[][]): Paper['sections'] {
  if (items.length === 0) return []
  const paragraphs = items.map((runs): Block[] => [
    { as: 'paragraph', runs, dir: directionOf(runs[0]!.text) ?? dir },
  ])
  const title = t(`practices.page.${name}`)
  return [
    {
      title,
      lang: interfaceLang(lang),
      blocks: [{ as: 'list', dir, start: null, items: paragraphs }],
    },
  ]
}

function challengesOf({ practice }: Page): Run[][] {
  return practice.challenges.map(({ id, title }) => [{ text: title, href: shortAddress(id) }])
}

function filesOf({ files }: Page): Run[][] {
  return files.map((file) => {
    const type = (/[^.]+$/.exec(file.name)?.[0] ?? '').toUpperCase()
    const about = [type, file.lang ? LANG_NAMES[file.lang] : ''].filter(Boolean).join(', ')
    const href = publicUrl() + filePath(file)
    return [{ text: file.title || file.name, href }, { text: ` (${about})` }]
  })
}

function sourceOf(page: Page): Paper['sections'][number] {
  const { t, lang, dir, practice, address } = page
  const { source_url, published_at, edited_at, imported } = practice
  const lines: Run[][] = []
  if (source_url) lines.push([{ text: `${t('practices.source.label')} ` }, linked(source_url)])
  const dates = [
    published_at
      ? `${t(`practices.source.${imported ? 'consulted' : 'published'}`)} ${formatDate(published_at, t)}`
      : '',
    edited_at ? `${t('practices.source.edited')} ${formatDate(edited_at, t)}` : '',
  ]
  if (dates.some(Boolean)) lines.push([{ text: dates.filter(Boolean).join(' — ') }])
  if (published_at) {
    lines.push([{ text: citation(t, lang, { practice, address: `\u2066${address}\u2069` }) }])
  }
  lines.push([
    { text: `${t('share.address')} ` },
    { text: `\u2066${address}\u2069`, href: address },
  ])
  return {
    title: t('practices.source.title'),
    lang: interfaceLang(lang),
    blocks: lines.map((runs) => ({ as: 'paragraph', runs, dir })),
  }
}
