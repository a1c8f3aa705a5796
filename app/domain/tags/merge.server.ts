import type { Db } from '#db/client.server.ts'
import { record } from '../moderation/audit.server.ts'
import { outdateIndex, trustIndex } from '../search/index.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { indexTagged } from './items.server.ts'
import { listBranch } from './tree.server.ts'

type Tag = { id: string; slug: string }

/**
 * Makes two concepts one: all that is filed under the first is then under the second, its labels
 * become other spellings of it, its addresses lead there. Moves what stands in private spaces too,
 * without telling of it. Takes a facilitator and two different tags.
 */
export async function mergeTags(db: Db, viewer: SignedIn, from: Tag, into: Tag) {
  const outdated = await db.transaction().execute(async (trx) => {
    await moveItems(trx, from, into)
    await moveLabels(trx, from, into)
    await moveFollowers(trx, from, into)
    await moveBranch(trx, from, into)
    await moveAddresses(trx, from, into)
    await trx.deleteFrom('tag').where('id', '=', from.id).execute()
    await record(trx, viewer, {
      verb: 'tag_merged',
      subject: { kind: 'tag', id: into.id },
      detail: { from: from.slug, into: into.slug },
    })
    return outdateIndex(trx)
  })
  await indexTagged(db, into.id)
  await trustIndex(db, outdated)
}

async function moveItems(trx: Db, from: Tag, into: Tag) {
  await trx
    .insertInto('item_tag')
    .columns(['item_id', 'tag_id'])
    .expression((eb) =>
      eb
        .selectFrom('item_tag')
        .where('tag_id', '=', from.id)
        .select((one) => ['item_id', one.val(into.id).as('tag_id')]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx.deleteFrom('item_tag').where('tag_id', '=', from.id).execute()
}

async function moveLabels(trx: Db, from: Tag, into: Tag) {
  const labels = await trx
    .selectFrom('tag_label')
    .where('tag_id', '=', from.id)
    .select(['lang', 'folded', 'label'])
    .execute()
  if (labels.length === 0) return
  await trx
    .insertInto('tag_label')
    .values(labels.map((label) => ({ ...label, tag_id: into.id, preferred: 0 as const })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function moveFollowers(trx: Db, from: Tag, into: Tag) {
  await trx
    .insertInto('topic_follow')
    .columns(['user_id', 'tag_id', 'created_at'])
    .expression((eb) =>
      eb
        .selectFrom('topic_follow')
        .where('tag_id', '=', from.id)
        .select((one) => ['user_id', one.val(into.id).as('tag_id'), 'created_at']),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

// When the second stood somewhere under the first, it takes the first one's place.
async function moveBranch(trx: Db, from: Tag, into: Tag) {
  const { parent_id } = await trx
    .selectFrom('tag')
    .where('id', '=', from.id)
    .select('parent_id')
    .executeTakeFirstOrThrow()
  if ((await listBranch(trx, from.id)).has(into.id)) {
    await trx.updateTable('tag').set({ parent_id }).where('id', '=', into.id).execute()
  }
  await trx
    .updateTable('tag')
    .set({ parent_id: into.id })
    .where('parent_id', '=', from.id)
    .where('id', '<>', into.id)
    .execute()
}

async function moveAddresses(trx: Db, from: Tag, into: Tag) {
  await trx
    .updateTable('tag_former_slug')
    .set({ tag_id: into.id })
    .where('tag_id', '=', from.id)
    .execute()
  await trx.insertInto('tag_former_slug').values({ slug: from.slug, tag_id: into.id }).execute()
}
