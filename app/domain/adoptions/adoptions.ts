import type { Likeness } from '../collectivities/alike.ts'
import type { Lang, Row } from '#db/schema.ts'

/** How far a collectivity has come with what it took up, in the order in which it goes. */
export const STATUSES = ['interested', 'planned', 'adapting', 'running', 'stopped'] as const
export type Status = (typeof STATUSES)[number]

/** What counts as taken up: more than an interest, and not given up. */
export const TAKEN_UP = ['planned', 'adapting', 'running'] as const satisfies Status[]

export const KINDS = ['region', 'prefecture', 'province', 'commune', 'arrondissement'] as const

export type Place = Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'>

/** That a collectivity took something up, where it stands and since when. */
export type Adoption = Place &
  Pick<Row<'collectivity'>, 'kind' | 'milieu' | 'population'> & {
    id: string
    from_id: string | null
    status: Status
    since: string
    /** In what it is like one of the reader's own. */
    likeness: Likeness | null
  }

/** What an adopting seat would tell others. */
export type Advice = {
  id: string
  html: string
  lang: Lang
  function: Row<'seat'>['function'] | null
  place: Place
}

export function isTakenUp({ status }: Pick<Adoption, 'status'>) {
  return (TAKEN_UP as readonly Status[]).includes(status)
}
