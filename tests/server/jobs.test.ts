import { expect, test } from 'vitest'
import { notify } from '#app/domain/notifications/notifications.server.ts'
import { sweep } from '#app/server/jobs.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aThread } from '#tests/support/factories.ts'

test('of the work of each hour one that fails keeps up no other', async () => {
  const [person, thread] = [await aMember(), await aThread()]
  const choice = { choice: 'daily', key: 'k'.repeat(43), summed_at: '2026-01-01' } as const
  await db
    .insertInto('mail_choice')
    .values({ user_id: person.id, ...choice })
    .execute()
  await notify(db, { user_id: person.id, kind: 'topic', item_id: thread.id })
  // So long ago that nobody can take it back.
  await db.updateTable('notification').set({ created_at: '2026-02-01' }).execute()
  await db.schema.alterTable('ask').renameTo('lost').execute()
  await sweep()
  await db.schema.alterTable('lost').renameTo('ask').execute()
  const mails = db.selectFrom('mail').where('user_id', '=', person.id).select('sums_since')
  expect(await mails.execute()).toEqual([{ sums_since: '2026-01-01' }])
})
