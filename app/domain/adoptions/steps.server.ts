import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { ReadableId } from '../items/visibility.server.ts'
import { insertItem, now, sealItem } from '../items/write.server.ts'
import { record } from '../moderation/audit.server.ts'
import { indexItem } from '../search/index.server.ts'
import type { SignedIn, ViewerSeat } from '../users/viewer.ts'
import { answerAsks } from './asks.server.ts'
import type { StepInput } from './adoptions.schema.server.ts'
import { restate } from './status.server.ts'

type Practice = { id: ReadableId; space_id: string | null }
type Said = {
  seat: ViewerSeat
  input: StepInput
  /** The adoption that it was taken over from. */
  from: string | null
}

/**
 * Adds a step to what a collectivity made of a practice, from one of the viewer's own seats there; the
 * first one begins the adoption, and any may correct from whom it was taken over. Takes a transaction;
 * gives the step's id.
 */
export async function addStep(trx: Db, viewer: SignedIn, practice: Practice, said: Said) {
  const { seat, input, from } = said
  const code = seat.collectivity_code!
  const adoption_id = await adoptionOf(trx, practice.id, { code, from })
  const { body, results, lessons } = input
  const id = await insertItem(
    trx,
    {
      kind: 'step',
      state: 'published',
      thread_id: practice.id,
      space_id: practice.space_id,
      author_id: viewer.id,
      seat_id: seat.id,
      lang: input.lang,
    },
    { title: null, sections: { body, results, lessons } },
  )
  await trx
    .insertInto('adoption_step')
    .values({ item_id: id, adoption_id, ...factsOf(input) })
    .execute()
  await sealItem(trx, id, viewer.id)
  await restate(trx, id)
  await answerAsks(trx, practice.id, code)
  await log(trx, viewer, { id, space_id: practice.space_id }, 'adoption_step_added', {
    status: input.status,
  })
  return id
}

/** Takes one's own step back: where the adoption stands is then what the one before says. */
export async function withdrawStep(
  trx: Db,
  viewer: SignedIn,
  step: { id: ReadableId; space_id: string | null },
) {
  await trx
    .updateTable('item')
    .set({ hidden_at: now(), hidden_by: viewer.id })
    .where('id', '=', step.id)
    .execute()
  await restate(trx, step.id)
  await indexItem(trx, step.id)
  await log(trx, viewer, step, 'step_withdrawn')
}

type Whose = { code: string; from: string | null }

async function adoptionOf(trx: Db, practice_id: ReadableId, { code, from: from_id }: Whose) {
  const begun = await trx
    .selectFrom('adoption')
    .where('practice_id', '=', practice_id)
    .where('collectivity_code', '=', code)
    .select('id')
    .executeTakeFirst()
  if (begun) {
    await trx.updateTable('adoption').set({ from_id }).where('id', '=', begun.id).execute()
    return begun.id
  }
  const id = newId()
  await trx
    .insertInto('adoption')
    .values({ id, practice_id, collectivity_code: code, from_id })
    .execute()
  return id
}

function factsOf({ status, happened_on, ...input }: StepInput) {
  const { cost, duration, evidence_url, deliberation, deliberated_on } = input
  return {
    status,
    happened_on,
    cost: cost || null,
    duration: duration || null,
    evidence_url: evidence_url || null,
    deliberation: deliberation || null,
    deliberated_on: deliberated_on || null,
  }
}

type Logged = { id: string; space_id: string | null }

function log(
  trx: Db,
  viewer: SignedIn,
  { id, space_id }: Logged,
  verb: 'adoption_step_added' | 'step_withdrawn',
  detail: Record<string, string> = {},
) {
  return record(trx, viewer, { verb, subject: { kind: 'step', id }, space_id, detail })
}
