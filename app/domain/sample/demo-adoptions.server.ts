import type { Db } from '#db/client.server.ts'
import { type StepInput, stepSchema } from '../adoptions/adoptions.schema.server.ts'
import { addStep } from '../adoptions/steps.server.ts'
import { onlyReadable } from '../items/visibility.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Told = { author: string; from?: string } & Partial<Record<keyof StepInput, string>>

/** Lets the example people tell what their collectivities made of the practice last published. */
export async function addDemoAdoptions(db: Db, cast: Record<string, SignedIn>, told: Told[]) {
  const practice = await lastPractice(db)
  if (!practice) return
  for (const { author, from, ...step } of told) {
    const { seats } = cast[author]!
    const input = stepSchema.parse(step)
    await db.transaction().execute(async (trx) => {
      const origin = from ? await adoptionBy(trx, practice.id, cast[from]!) : null
      await addStep(trx, cast[author]!, practice, { seat: seats[0]!, input, from: origin })
    })
  }
}

function lastPractice(db: Db) {
  return db
    .selectFrom('item')
    .where('kind', '=', 'practice')
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .select(['item.id', 'item.space_id'])
    .$call(onlyReadable(null))
    .executeTakeFirst()
}

async function adoptionBy(trx: Db, practiceId: string, { seats }: SignedIn) {
  const adoption = await trx
    .selectFrom('adoption')
    .where('practice_id', '=', practiceId)
    .where('collectivity_code', '=', seats[0]!.collectivity_code!)
    .select('id')
    .executeTakeFirst()
  return adoption?.id ?? null
}
