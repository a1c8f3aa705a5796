import { sql } from 'kysely'
import type { Db } from '#db/client.server.ts'
import type { Stance } from './stances.ts'
import type { SignedIn } from '../users/viewer.ts'

/**
 * The collectivities that face a challenge, work on it or observe it, as an SQL expression that gives
 * JSON for `readFaces`. For queries on `item` behind its door.
 */
export function facesJson() {
  return sql<string>`(select json_group_array(json_object('code', facing.code, 'name_ar', facing.name_ar,
      'name_fr', facing.name_fr, 'stance', challenge_face.stance, 'since', challenge_face.created_at))
    from challenge_face join collectivity as facing on facing.code = challenge_face.collectivity_code
    where challenge_face.challenge_id = item.id)`
}

type Facing = { code: string; name_ar: string; name_fr: string; stance: Stance }

/** What `facesJson` gave, in the order in which they said so. */
export function readFaces(json: string): Facing[] {
  return (JSON.parse(json) as (Facing & { since: string })[])
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .map(({ since: _, ...facing }) => facing)
}

type Face = { challengeId: string; seatId: string; stance?: Stance }

/**
 * Says that the collectivity of a seat faces a challenge too, or how else it stands to it. Gives false
 * when it is no current seat of the viewer's in a collectivity.
 */
export async function face(
  trx: Db,
  viewer: SignedIn,
  { challengeId, seatId, stance = 'faces' }: Face,
) {
  const code = codeOf(viewer, seatId)
  if (!code) return false
  await trx
    .insertInto('challenge_face')
    .values({ challenge_id: challengeId, collectivity_code: code, seat_id: seatId, stance })
    .onConflict((conflict) =>
      conflict.columns(['challenge_id', 'collectivity_code']).doUpdateSet({ stance }),
    )
    .execute()
  return true
}

/** Takes it back, whoever of the collectivity had said it. */
export async function unface(trx: Db, viewer: SignedIn, { challengeId, seatId }: Face) {
  const code = codeOf(viewer, seatId)
  if (!code) return false
  await trx
    .deleteFrom('challenge_face')
    .where('challenge_id', '=', challengeId)
    .where('collectivity_code', '=', code)
    .execute()
  return true
}

function codeOf(viewer: SignedIn, seatId: string) {
  return viewer.seats.find(({ id }) => id === seatId)?.collectivity_code
}
