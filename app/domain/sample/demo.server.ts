import { randomBytes } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import demo from '#db/sample/demo.json'
import type { Lang, Row } from '#db/schema.ts'
import type { SeatFunction } from '../seats/functions.ts'
import { createSpace } from '../spaces/write.server.ts'
import { giveConsent } from '../personal-data/consents.server.ts'
import { addPerson } from '../users/add-person.server.ts'
import { findViewer } from '../users/users.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { addDemoAdoptions } from './demo-adoptions.server.ts'
import { addDemoCollection } from './demo-collections.server.ts'
import { addDemoEvent } from './demo-events.server.ts'
import { addDemoThread } from './demo-threads.server.ts'

export type DemoPerson = { name: string; email: string; role: string; password: string }

/**
 * Fills a new database with people of each role who say that they are examples, a space of each
 * visibility, a few threads, steps of adoptions, a collection and two events. Gives the people with passwords made now, kept nowhere else.
 * Throws when they are there already.
 */
export async function seedDemo(db: Db): Promise<DemoPerson[]> {
  const cast: Record<string, SignedIn> = {}
  const people: DemoPerson[] = []
  for (const { key, ...person } of demo.people) {
    const made = await addDemoPerson(db, key, person)
    cast[key] = made.viewer
    people.push({ ...made.login, role: person.seat?.function ?? person.role })
  }
  const spaces: Record<string, string> = {}
  for (const { key, members, ...space } of demo.spaces) {
    spaces[key] = await addDemoSpace(
      db,
      members.map((member) => cast[member]!),
      space,
    )
  }
  for (const thread of demo.threads) await addDemoThread(db, cast, spaces, thread)
  await addDemoAdoptions(db, cast, demo.adoptions)
  for (const one of demo.collections) await addDemoCollection(db, cast, one)
  for (const one of demo.events) await addDemoEvent(db, cast, one)
  return people
}

type Person = Omit<(typeof demo.people)[number], 'key'>

async function addDemoPerson(db: Db, key: string, { name, lang, role, seat }: Person) {
  const login = {
    name,
    email: `${key}@multaqa.example`,
    password: randomBytes(9).toString('base64url'),
  }
  const id = await addPerson(db, {
    ...login,
    lang: lang as Lang,
    role: role as Row<'user'>['role'],
    seat: seat ? { ...seat, function: seat.function as SeatFunction } : undefined,
  })
  // These people are nobody: the forum is thrown away with them.
  await giveConsent(db, id)
  return { login, viewer: (await findViewer(db, id))! }
}

type Space = Omit<(typeof demo.spaces)[number], 'key' | 'members'>

async function addDemoSpace(db: Db, [owner, ...members]: SignedIn[], space: Space) {
  const { id } = await createSpace(db, owner!, space as Parameters<typeof createSpace>[2])
  for (const { id: user_id } of members) {
    await db.insertInto('space_member').values({ space_id: id, user_id, role: 'member' }).execute()
  }
  return id
}
