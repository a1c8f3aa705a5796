import { placeName } from '#app/domain/collectivities/names.ts'
import type { PracticeSection, Stage } from '#app/domain/practices/practices.limits.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import { type Principle } from '#app/domain/principles/principles.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import type { Lang } from '#db/schema.ts'
import { CITATIONS } from './citation.server.ts'

/** A practice with its long texts as plain words, the address it is read at, and the reader's language. */
export type Exported = {
  id: string
  practice: PracticeView
  texts: Partial<Record<PracticeSection, string>>
  address: string
  lang: Lang
}

/** The files that a practice can be had as; docs/exchange.md says what each of them lacks. */
export const EXPORTS = {
  ...CITATIONS,
  opsi: { type: 'text/plain', extension: 'opsi.txt', write: opsi },
  ogp: { type: 'text/plain', extension: 'ogp.txt', write: ogp },
  participedia: { type: 'application/json', extension: 'participedia.json', write: participedia },
} as const

type Field = { name: string; value: string; required?: boolean; max?: number }

const OPSI_STATUS: Record<Stage, string> = {
  idea: 'developing_proposals',
  pilot: 'implementation',
  running: 'implementation',
  evaluated: 'evaluation',
  stopped: '',
}

// The fields of a case study of OPSI (OECD), by their names, with what is required and how long each may be.
function opsi(exported: Exported) {
  const { practice, texts, address, lang } = exported
  const t = wordsFor(lang)
  const { stage, tags, principles, website_url, source_url } = practice
  return sheet(lang, [
    { name: 'organisation_name', value: organiserOf(exported), required: true },
    { name: 'organisation_type', value: 'Government' },
    { name: 'country', value: practice.country, required: true },
    { name: 'level_of_government', value: levelOf(practice), required: true },
    { name: 'name_of_innovation', value: practice.title, required: true },
    { name: 'innovation_website', value: website_url ?? '' },
    { name: 'year_innovation_launched', value: yearOf(practice), required: true },
    {
      name: 'short_and_simple_explanation',
      value: practice.summary ?? '',
      required: true,
      max: 500,
    },
    {
      name: 'executive_summary',
      value: joined(texts.context, texts.steps),
      required: true,
      max: 5000,
    },
    { name: 'innovation_tags', value: tags.map(({ label }) => label).join(', '), required: true },
    {
      name: 'innovation_tags_opengov',
      value: principles.map((slug) => t(`principles.${slug}`)).join(', '),
      required: true,
    },
    { name: 'what_makes_your_project_innovative', value: '', required: true, max: 1000 },
    { name: 'innovation_status', value: stage ? OPSI_STATUS[stage] : '', required: true },
    {
      name: 'status_description',
      value: stage ? t(`stages.${stage}`) : '',
      required: true,
      max: 1000,
    },
    { name: 'collaboration_partnerships', value: texts.partners ?? '', required: true, max: 500 },
    { name: 'users_stakeholders_beneficiaries', value: texts.participants ?? '', max: 500 },
    { name: 'results_impact', value: texts.results ?? '', required: true, max: 1000 },
    { name: 'challenges', value: texts.obstacles ?? '', required: true, max: 1000 },
    { name: 'conditions_to_success', value: texts.resources ?? '', required: true },
    { name: 'potential_to_be_replicated', value: texts.transfer ?? '', required: true, max: 1000 },
    { name: 'lessons_to_share', value: texts.lessons ?? '', required: true, max: 1000 },
    { name: 'other_related_url', value: joined(address, source_url) },
  ])
}

// How the charter's principles are called by the Open Government Partnership.
const OGP_VALUES: Record<Principle, string> = {
  transparence: 'Public Accountability',
  redevabilite: 'Public Accountability',
  acces_information: 'Access to information',
  participation_citoyenne: 'Civic Participation',
  digitalisation: 'Technology and Innovation for Transparency and Accountability',
  innovation_publique: 'Technology and Innovation for Transparency and Accountability',
}

// The draft of a commitment, in the words of OGP Local's own pages.
function ogp(exported: Exported) {
  const { practice, texts, lang } = exported
  const values = practice.principles.map((slug) => OGP_VALUES[slug as Principle] ?? '')
  return sheet(lang, [
    { name: 'Title', value: practice.title, required: true },
    {
      name: 'Problem',
      value: practice.challenges.map(({ title }) => title).join('\n'),
      required: true,
    },
    { name: 'Status quo', value: texts.context ?? '', required: true },
    { name: 'Action', value: joined(practice.summary, texts.steps), required: true },
    {
      name: 'How will the commitment contribute to solving the public problem',
      value: texts.results ?? '',
      required: true,
    },
    { name: 'Long-term goal of the Open Government Strategy', value: '' },
    { name: 'Primary Policy Area', value: '' },
    { name: 'Primary Sector', value: '' },
    { name: 'OGP Value', value: [...new Set(values)].filter(Boolean).join('; '), required: true },
    { name: 'Commitment Start', value: practice.started_on ?? yearOf(practice) },
    { name: 'Commitment End', value: practice.ended_on ?? '' },
    {
      name: 'Institutions involved',
      value: joined(organiserOf(exported), texts.partners),
      required: true,
    },
    { name: 'Milestones', value: '', required: true },
    {
      name: 'Stakeholder resources',
      value: joined(practice.cost, practice.duration, texts.resources),
    },
    {
      name: 'New regulation, policy or practice',
      value: joined(texts.legal, practice.deliberation),
    },
  ])
}

// A case as Participedia's own program names its parts; what it chooses from lists of its own stays open.
function participedia(exported: Exported) {
  const { practice, texts, address } = exported
  const record = {
    title: practice.title,
    description: practice.summary ?? '',
    body: joined(texts.context, texts.steps, texts.obstacles),
    general_issues: [],
    specific_topics: practice.tags.map(({ label }) => label),
    location: { name: organiserOf(exported), country: practice.country },
    scope_of_influence: isRegion(practice) ? 'regional' : 'city/town',
    links: [address, practice.source_url, practice.website_url]
      .filter(Boolean)
      .map((url) => ({ url })),
    start_date: practice.started_on ?? yearOf(practice),
    end_date: practice.ended_on ?? '',
    ongoing: practice.stage === 'running' && !practice.ended_on,
    insights_outcomes: joined(texts.results, texts.lessons),
    primary_organizer: organiserOf(exported),
    organizer_types: ['Local Government'],
    legality: joined(texts.legal, practice.deliberation),
    original_language: practice.original,
    completeness: 'partial_content',
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

// One field after another, as they are typed into the other form; what is still to be done is said.
function sheet(lang: Lang, fields: Field[]) {
  const t = wordsFor(lang)
  const written = fields.map(({ name, value, required, max }) => {
    const length = [...value].length
    const todo = max && length > max ? t('exports.too_long', { count: length, max }) : ''
    const missing = required && !value ? t('exports.missing') : ''
    const notes = [max ? `≤ ${max}` : '', todo, missing].filter(Boolean).join(' — ')
    return `## ${name}${required ? ' *' : ''}${notes ? ` (${notes})` : ''}\n\n${value}\n`
  })
  return `${t('exports.head')}\n\n${written.join('\n')}`
}

function organiserOf({ practice: { collectivity, place }, lang }: Exported) {
  return collectivity ? placeName(lang, collectivity) : (place ?? '')
}

// A region's code has two digits, all others are longer (HCP).
function isRegion({ collectivity }: PracticeView) {
  return collectivity?.code.length === 2
}

function levelOf(practice: PracticeView) {
  return isRegion(practice) ? 'Regional/State' : 'Local'
}

function yearOf({ year, started_on }: PracticeView) {
  return year ? String(year) : (started_on ?? '').slice(0, 4)
}

function joined(...parts: (string | null | undefined)[]) {
  return parts.filter(Boolean).join('\n\n')
}
