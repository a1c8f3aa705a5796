import type { Db } from '#db/client.server.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import type { Stance } from './stances.ts'
import type { SignedIn } from '../users/viewer.ts'

/** The collectivities that face a challenge, work on it or observe it, in the order in which they said so. */
export async function listFaces(db: Db, challengeId: ReadableId) {
  return db
    .selectFrom('challenge_face')
    .innerJoin('collectivity', 'collectivity.code', 'challenge_face.collectivity_code')
    .where('challenge_id', '=', challengeId)
    .orderBy('challenge_face.created_at')
    .select(['collectivity.code', 'collectivity.name_ar', 'collectivity.name_fr'])
    .select('challenge_face.stance')
    .execute()
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
