import { sql } from 'kysely'
import type { SignedIn, Viewer } from '../users/viewer.ts'
import type { Likeness } from './alike.ts'

// Of like size is what has no more than three times as many inhabitants, where both are known.
const SIZE = 3

/** The codes of the collectivities that somebody speaks for. */
export function ownPlaces(viewer: Viewer) {
  return viewer?.seats.flatMap(({ collectivity_code }) => collectivity_code ?? []) ?? []
}

/**
 * In what a collectivity is like one of the viewer's own, as an SQL expression that gives JSON for
 * `readLikeness`, or null when it is like none: of the same kind, in town or in the country alike, of
 * like size. This is the one meaning of "collectivities like yours". Takes the name that the query
 * gives to the table `collectivity`.
 */
export function likenessJson(viewer: Viewer, place: string) {
  return likenessTo(ownPlaces(viewer), place)
}

/** The same rule for the collectivities with these codes, whoever is asking. */
export function likenessTo(codes: string[], place: string) {
  if (codes.length === 0) return sql<string | null>`null`
  const column = (name: string) => sql.ref(`${place}.${name}`)
  return sql<string | null>`(select json_object('kind', own.kind, 'milieu', own.milieu,
      'near', coalesce(own.region_code = ${column('region_code')}, 0))
    from collectivity as own where own.code in (${sql.join(codes)}) and own.code <> ${column('code')}
      and ${rank('own')} = ${rank(place)} and own.milieu is ${column('milieu')}
      and (own.population is null or ${column('population')} is null
        or max(own.population, ${column('population')})
          <= ${sql.lit(SIZE)} * min(own.population, ${column('population')}))
    limit 1)`
}

export type RawLikeness = { kind: string; milieu: string | null; near: 0 | 1 }

/** Reads what `json(likenessJson)` gave inside other JSON. */
export function readLikeness(raw: RawLikeness | null): Likeness | null {
  if (raw === null) return null
  const { kind, milieu, near } = raw
  const as = kind === 'prefecture' ? 'province' : milieu && kind === 'commune' ? `${milieu}_commune` : kind // prettier-ignore
  return { as: as as Likeness['as'], near: Boolean(near) }
}

/** Whether somebody speaks for a collectivity at all. */
export function speaksFor(viewer: Viewer): viewer is SignedIn {
  return ownPlaces(viewer).length > 0
}

// A prefecture is what a province of a city is called.
function rank(place: string) {
  const kind = sql.ref(`${place}.kind`)
  return sql`(case ${kind} when 'prefecture' then 'province' else ${kind} end)`
}
