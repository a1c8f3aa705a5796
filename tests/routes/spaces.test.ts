import { expect, test } from 'vitest'
import { findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPractice, aSpace, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const fields = {
  name: 'Budget participatif',
  purpose: 'Entre communes',
  lang: 'fr',
  visibility: 'private',
  joining: 'invitation',
}

test('a member makes a space and owns it; its address tells nothing of others of that name', async () => {
  const member = await aMember()
  const [first, second] = [
    await post(member, '/fr/spaces/new', fields),
    await post(await aMember(), '/fr/spaces/new', fields),
  ]
  const address = first.headers.get('location')!
  expect(address).toMatch(/^\/fr\/spaces\/budget-participatif-[0-9a-z]{4}$/)
  expect(second.headers.get('location')).not.toBe(address)
  const page = await (await get(member, address)).text()
  expect(page).toContain('Lisible par l’unique membre de cet espace.')
})

test('a space is made once when its form is sent twice, even at once', async () => {
  const member = await aMember()
  const send = (more = {}) =>
    post(member, '/fr/spaces/new', { ...fields, name: 'Deux fois', ...more })
  const answers = await Promise.all([send(), send()])
  const [one, two] = answers.map(({ headers }) => headers.get('location'))
  expect(one).toMatch(/^\/fr\/spaces\/deux-fois-[0-9a-z]{4}$/)
  expect(two).toBe(one)
  expect((await send({ purpose: 'Autre chose' })).headers.get('location')).not.toBe(one)
  await db.updateTable('space').set({ created_at: '2026-01-01' }).execute()
  expect((await send()).headers.get('location')).not.toBe(one)
  const made = db.selectFrom('space').where('created_by', '=', member.id).select('id')
  expect(await made.execute()).toHaveLength(3)
})

test('an account without a confirmed seat makes no space', async () => {
  const account = await aUser()
  expect((await get(account, '/fr/spaces/new')).status).toBe(403)
  expect((await post(account, '/fr/spaces/new', fields)).status).toBe(403)
  expect(
    await db.selectFrom('space').where('created_by', '=', account.id).select('id').execute(),
  ).toEqual([])
})

test('a private space that anybody may join is refused with the reason at the field', async () => {
  const answer = await post(await aMember(), '/fr/spaces/new', { ...fields, joining: 'open' })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('Un espace privé ne se rejoint que sur invitation')
  expect(html).toContain('value="Budget participatif"')
})

test('the list shows each the spaces they may see, their own first, with what they may count', async () => {
  const [owner, peer, account] = [await aMember(), await aMember(), await aUser()]
  const open = await aSpace({ visibility: 'public', name: 'Espace ouvert' }, [owner])
  await aSpace({ visibility: 'network', name: 'Espace réseau' }, [owner])
  const closed = await aSpace({ visibility: 'private', name: 'Espace secret' }, [owner])
  await aThread({ author: owner, space: open })
  await aThread({ author: owner, space: open, state: 'draft' })
  await aPractice({ author: owner, space: closed })

  const list = async (who: Parameters<typeof get>[0]) => (await get(who, '/fr/spaces')).text()
  expect(await list(owner)).toMatch(/Mes espaces[^]*Espace secret/)
  expect(await list(peer)).toContain('Espace réseau')
  for (const outsider of [null, account]) {
    const html = await list(outsider)
    expect(html).toMatch(/Espace ouvert[^]*1 discussion</)
    expect(html).not.toContain('Espace réseau')
  }
  for (const outsider of [null, account, peer]) expect(await list(outsider)).not.toContain('secret')
})

test('a space page shows its parts, its people and what one may do in it', async () => {
  const [owner, peer] = [await aMember({ name: 'Samira' }), await aMember()]
  const space = await aSpace({ visibility: 'network', name: 'Pairs' }, [owner])
  await aThread({ author: owner, space, title: 'Comment ouvrir les données ?' })
  const address = `/fr/spaces/${space.slug}`

  const inside = await (await get(owner, address)).text()
  expect(inside).toContain('Comment ouvrir les données ?')
  expect(inside).toContain(`/fr/threads/new?space=${space.slug}`)
  const outside = await (await get(peer, address)).text()
  expect(outside).toContain('Tout membre confirmé du réseau peut lire ce contenu.')
  expect(outside).not.toContain('/threads/new?space=')
  expect(outside).toContain('Demander à rejoindre')
  expect(await (await get(peer, `${address}/members`)).text()).toMatch(/Samira[^]*Commune Exemple/)
  expect((await get(peer, `${address}/log`)).status).toBe(403)
  expect((await get(await aUser(), address)).status).toBe(404)
})

test('a change of who reads says first what will become visible, and waits for a yes', async () => {
  const [owner, outsider] = [await aMember(), await aUser()]
  const people = [owner, await aMember({ name: 'Samira' })]
  const space = await aSpace({ visibility: 'private', name: 'Fermé' }, people)
  await aThread({ author: owner, space })
  await aThread({ author: owner, space, state: 'draft' })
  const address = `/fr/spaces/${space.slug}/settings`
  const change = { ...fields, visibility: 'public' }
  const visibility = async () => (await findSpaceById(db, owner, space.id))?.visibility

  const asked = await (await post(owner, address, change)).text()
  expect(asked).toContain('Tout le monde sur Internet pourra lire')
  expect(asked).toContain('1 discussion<')
  expect(asked).toContain('les noms des 2 membres')
  expect(asked).toMatch(/Les noms des membres[^]*Commune Exemple[^]*Samira/)
  expect(await visibility()).toBe('private')

  await post(owner, address, { ...change, confirmed: 'network-public' })
  expect(await visibility()).toBe('private')
  for (const other of [outsider, null])
    await post(other, address, { ...change, confirmed: 'private-public' })
  expect(await visibility()).toBe('private')
  await post(owner, address, { ...change, confirmed: 'private-public' })
  expect(await visibility()).toBe('public')
  const log = await (await get(owner, `/fr/spaces/${space.slug}/log`)).text()
  expect(log).toContain('Lecteurs de l’espace modifiés<!-- --> (Public)')
})

test('an archived space is read and no longer written in, and its owner reopens it', async () => {
  const [owner, peer] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'network' }, [owner])
  const address = `/fr/spaces/${space.slug}`
  expect((await post(peer, `${address}/archive`)).status).toBe(403)
  await post(owner, `${address}/archive`)
  const page = await (await get(owner, address)).text()
  expect(page).toContain('Cet espace est archivé')
  expect(page).not.toContain('/threads/new')
  expect((await post(peer, `${address}/join`)).status).toBe(403)
  expect((await post(owner, `${address}/members`, { email: 'a@example.org' })).status).toBe(403)
  await post(owner, `${address}/reopen`)
  expect(await (await get(owner, address)).text()).toContain('/threads/new')
})
