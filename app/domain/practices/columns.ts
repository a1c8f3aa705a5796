import type { PracticeInput } from './practices.schema.server.ts'

/** The facts of a form as the table holds them: what was left empty is null. */
export function columnsOf(input: PracticeInput) {
  const { stage, year, cost, contact, duration, deliberation, publisher, licence } = input
  const { obstacles_readers, cost_readers, contact_readers } = input
  const orNull = (value: string) => value || null
  return {
    collectivity_code: orNull(input.collectivity),
    place: input.collectivity ? null : orNull(input.place),
    country: input.country && !input.collectivity ? input.country : 'MA',
    stage: stage || null,
    year: year ? Number(year) : null,
    started_on: orNull(input.started_on),
    ended_on: orNull(input.ended_on),
    cost: orNull(cost),
    contact: orNull(contact),
    obstacles_readers,
    cost_readers,
    contact_readers,
    duration: orNull(duration),
    deliberation: orNull(deliberation),
    website_url: orNull(input.website_url),
    publisher: orNull(publisher),
    source_url: orNull(input.source_url),
    licence,
  }
}
