import { expect, test } from 'vitest'
import { countUnread } from '#app/domain/notifications/notifications.server.ts'
import { db } from '#db/client.server.ts'
import fr from '#locales/fr.json'
import { aMember, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const address = (space: { slug: string }, page = '') => `/fr/spaces/${space.slug}${page}`

async function roleOf(space: { id: string }, user: { id: string }) {
  const row = await db
    .selectFrom('space_member')
    .where('space_id', '=', space.id)
    .where('user_id', '=', user.id)
    .select('role')
    .executeTakeFirst()
  return row?.role
}

test('an open space is joined at once by a member of the network, and by nobody else', async () => {
  const [owner, peer, account] = [await aMember(), await aMember(), await aUser()]
  const space = await aSpace({ visibility: 'public' }, [owner])
  await db.updateTable('space').set({ joining: 'open' }).where('id', '=', space.id).execute()

  await post(peer, address(space, '/join'))
  expect(await roleOf(space, peer)).toBe('member')
  expect((await post(account, address(space, '/join'))).status).toBe(403)
  expect((await post(null, address(space, '/join'))).headers.get('location')).toContain('/fr/login')
  expect(await roleOf(space, account)).toBeUndefined()
})

test('whoever cannot join yet is told who can, and led to what is missing', async () => {
  const space = await aSpace({ visibility: 'public' }, [await aMember()])
  const read = async (who: { id: string } | null) =>
    (await (await get(who, address(space))).text()).replaceAll('<!-- -->', '')
  const { later } = fr.spaces.join
  await db.updateTable('space').set({ joining: 'open' }).where('id', '=', space.id).execute()
  expect(await read(null)).toContain(`${later} <a data-discover="true" href="/fr/login?to=`)
  expect(await read(await aUser())).toContain(
    `${later} <a data-discover="true" href="/fr/settings/`,
  )
  expect(await read(await aMember())).not.toContain(later)
  await db.updateTable('space').set({ joining: 'invitation' }).where('id', '=', space.id).execute()
  expect(await read(null)).not.toContain(later)
})

test('a request waits for those who keep the space, and both answers are told', async () => {
  const [owner, yes, no, member] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ]
  const space = await aSpace({ visibility: 'network', name: 'Pairs' }, [owner, member])
  for (const who of [yes, no])
    await post(who, address(space, '/join'), { note: `Je suis ${who.id}` })
  await post(yes, address(space, '/join'), { note: 'encore' })

  expect(await roleOf(space, yes)).toBeUndefined()
  expect(await countUnread(db, owner)).toBe(2)
  const queue = await (await get(owner, address(space, '/members'))).text()
  expect(queue).toContain(`Je suis ${yes.id}`)
  expect(queue).not.toContain(yes.email)
  for (const other of [member, yes, no]) {
    expect(await (await get(other, address(space, '/members'))).text()).not.toContain('Je suis')
    const answer = await post(other, address(space, `/requests/${yes.handle}/admit`))
    expect(answer.status).toBe(403)
  }

  await post(owner, address(space, `/requests/${yes.handle}/admit`))
  await post(owner, address(space, `/requests/${no.handle}/refuse`))
  expect([await roleOf(space, yes), await roleOf(space, no)]).toEqual(['member', undefined])
  expect([await countUnread(db, yes), await countUnread(db, no)]).toEqual([1, 1])
  const mails = await db.selectFrom('mail').select(['recipient', 'subject']).execute()
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([yes.email, no.email].sort())
  expect((await post(owner, address(space, `/requests/${no.handle}/admit`))).status).toBe(404)
})

test('only an owner gives roles, and a space keeps an owner', async () => {
  const [owner, peer] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, peer])
  const role = (who: { handle: string }) => address(space, `/members/${who.handle}/role`)

  expect((await post(peer, role(peer), { role: 'owner' })).status).toBe(403)
  await post(owner, role(owner), { role: 'member' })
  expect(await roleOf(space, owner)).toBe('owner')
  const refused = await post(owner, address(space, '/leave'))
  expect(await (await get(owner, refused.headers.get('location')!)).text()).toContain(
    'Un espace garde au moins un propriétaire',
  )

  await post(owner, role(peer), { role: 'owner' })
  await post(owner, address(space, '/leave'))
  expect([await roleOf(space, owner), await roleOf(space, peer)]).toEqual([undefined, 'owner'])
})

test('whoever leaves or is removed reads nothing more, at once', async () => {
  const [owner, leaving, removed] = [await aMember(), await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private', name: 'Fermé' }, [owner, leaving, removed])
  await aThread({ author: owner, space })
  expect((await get(removed, address(space))).status).toBe(200)

  expect((await post(leaving, address(space, `/members/${removed.handle}/remove`))).status).toBe(
    403,
  )
  await post(leaving, address(space, '/leave'))
  await post(owner, address(space, `/members/${removed.handle}/remove`))
  for (const former of [leaving, removed]) {
    for (const page of ['', '/members', '/documents', '/log', '/settings']) {
      expect((await get(former, address(space, page))).status, page).toBe(404)
    }
    expect((await post(former, address(space, '/leave'))).status).toBe(404)
  }
})
