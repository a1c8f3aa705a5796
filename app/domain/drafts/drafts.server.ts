import type { Db } from '#db/client.server.ts'
import type { Typed } from './composing.ts'

const LONGEST = 400_000
const MOST = 100
const KEY = /^[a-z_]{1,20}(:[0-9a-z-]{1,60}){0,3}$/

/**
 * Keeps what a person has typed into a form until it is sent. Takes who, the form's key (such as
 * `reply:THREAD`) and its fields; gives when it was kept, or null for what is no draft: a key of
 * another shape, nothing typed, too much of it.
 */
export async function saveDraft(db: Db, userId: string, form: string, fields: Typed) {
  const json = JSON.stringify(fields)
  const typed = Object.values(fields).some((values) => values.some((value) => value.trim()))
  if (!KEY.test(form) || !typed || json.length > LONGEST) return null
  const updated_at = new Date().toISOString()
  await db
    .insertInto('draft')
    .values({ user_id: userId, form, fields: json, updated_at })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'form']).doUpdateSet({ fields: json, updated_at }),
    )
    .execute()
  await dropOldest(db, userId)
  return updated_at
}

/** What a person kept of a form, and when; undefined when there is nothing. */
export async function findDraft(db: Db, userId: string, form: string) {
  const draft = await db
    .selectFrom('draft')
    .where('user_id', '=', userId)
    .where('form', '=', form)
    .select(['fields', 'updated_at'])
    .executeTakeFirst()
  return draft && { values: JSON.parse(draft.fields) as Typed, savedAt: draft.updated_at }
}

/** Forgets a draft, once it is sent or thrown away; gives whether there was one. */
export async function forgetDraft(db: Db, userId: string, form: string) {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('user_id', '=', userId)
    .where('form', '=', form)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

async function dropOldest(db: Db, userId: string) {
  const kept = db
    .selectFrom('draft')
    .where('user_id', '=', userId)
    .orderBy('updated_at', 'desc')
    .limit(MOST)
    .select('form')
  await db.deleteFrom('draft').where('user_id', '=', userId).where('form', 'not in', kept).execute()
}
