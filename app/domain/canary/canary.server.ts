import type { Db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import type { Row } from '#db/schema.ts'
import { giveConsent } from '../personal-data/consents.server.ts'
import { findViewer } from '../users/users.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { fillCanary } from './content.server.ts'
import { makeWords } from './words.ts'

// A name that nobody can own (RFC 2606): no account of the forum can have confirmed such an address.
const DOMAIN = 'privacy-check.invalid'

/** Those who look for what they may not see, from outside of the space. */
export const OUTSIDERS = ['account', 'member', 'former', 'admin'] as const

/**
 * Plants a private space full of words that stand nowhere else, with people outside of it. They have
 * no password; nothing is written into the log and nobody is told. To be removed with `removeCanaries`.
 */
export async function plantCanary(db: Db) {
  const words = makeWords()
  const owner = await addPerson(db, 'owner', { seat: true })
  const people = {
    account: await addPerson(db, 'account'),
    member: await addPerson(db, 'member', { seat: true }),
    former: await addPerson(db, 'former', { seat: true }),
    admin: await addPerson(db, 'admin', { role: 'admin' }),
  }
  const space = { id: newId(), slug: `canary-${newId()}`, name: Object.values(words).join(' ') }
  const closed = { visibility: 'private', joining: 'invitation', lang: 'fr' } as const
  await db
    .insertInto('space')
    .values({ ...space, ...closed, created_by: owner.id })
    .execute()
  const mine = { space_id: space.id, user_id: owner.id, role: 'owner' as const }
  await db.insertInto('space_member').values(mine).execute()
  const content = await fillCanary(db, { owner, former: people.former, space, words })
  return { words, owner, people, names: { space: space.slug, ...content } }
}

export type Canary = Awaited<ReturnType<typeof plantCanary>>

/** Removes every canary there is, also one that a broken-off check has left; gives how many. */
export function removeCanaries(db: Db) {
  return db.transaction().execute(async (trx) => {
    const people = trx.selectFrom('user').where('email', 'like', `%@${DOMAIN}`).select('id')
    const planted = trx.selectFrom('space').where('created_by', 'in', people).select('id')
    const spaces = (await planted.execute()).map(({ id }) => id)
    await trx
      .deleteFrom('item')
      .where('space_id', 'in', ['', ...spaces])
      .execute()
    await trx
      .deleteFrom('space')
      .where('id', 'in', ['', ...spaces])
      .execute()
    await trx.deleteFrom('seat').where('user_id', 'in', people).execute()
    await trx.deleteFrom('user').where('email', 'like', `%@${DOMAIN}`).execute()
    return spaces.length
  })
}

type Given = { role?: Row<'user'>['role']; seat?: boolean }

async function addPerson(db: Db, name: string, { role = 'account', seat }: Given = {}) {
  const id = newId()
  const now = new Date().toISOString()
  const person = { id, handle: `canary-${id}`, name: `canary-${name}`, role }
  const email = `${name}-${id}@${DOMAIN}`
  await db
    .insertInto('user')
    .values({ ...person, email, email_confirmed_at: now })
    .execute()
  await giveConsent(db, id)
  if (seat) {
    const chair = { id: newId(), user_id: id, function: 'trainer', confirmed_at: now } as const
    await db.insertInto('seat').values(chair).execute()
  }
  return (await findViewer(db, id)) as SignedIn
}
