import { expect, test } from 'vitest'
import { CHECKS } from '#app/domain/items/checks.ts'
import { db } from '#db/client.server.ts'
import { aMember, aSpace, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const file = () => new File(['Projet de délibération'], 'projet.txt', { type: 'text/plain' })
const filled = { title: 'Projet de délibération', lang: 'fr', checked: [...CHECKS] }
const fields = () => ({ ...filled, file: file() })

async function aDocument() {
  const [owner, member] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  await post(member, `/fr/spaces/${space.slug}/documents`, fields())
  const { id } = await db
    .selectFrom('item')
    .where('space_id', '=', space.id)
    .select('id')
    .executeTakeFirstOrThrow()
  return { owner, member, space, id, path: `/fr/documents/${id}` }
}

test('a document is filed in a space and read by its people alone', async () => {
  const { owner, space, path } = await aDocument()
  expect(await (await get(owner, `/fr/spaces/${space.slug}/documents`)).text()).toContain(path)
  const page = await (await get(owner, path)).text()
  expect(page).toContain('Projet de délibération')
  expect(page).toMatch(/\/files\/[0-9a-z]{12}\/projet\.txt/)
  for (const outsider of [null, await aMember(), await aUser({ role: 'admin' })]) {
    expect((await get(outsider, path)).status).toBe(404)
  }
})

test('who does not write in the space files nothing in it', async () => {
  const [owner, peer] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'network' }, [owner])
  const address = `/fr/spaces/${space.slug}/documents`
  expect((await post(peer, address, fields())).status).toBe(403)
  expect((await post(null, address, fields())).headers.get('location')).toContain('/fr/login')
  expect(
    await db.selectFrom('item').where('space_id', '=', space.id).select('id').execute(),
  ).toEqual([])
})

test('nothing is filed before all three points were checked; what was typed and ticked stays', async () => {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private' }, [owner])
  const address = `/fr/spaces/${space.slug}/documents`
  const answer = await post(owner, address, { ...fields(), checked: ['rights'] })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('id="field-checked-error"')
  expect(html).toContain('value="Projet de délibération"')
  expect(/<input[^>]*value="rights"[^>]*>/.exec(html)?.[0]).toContain('checked=""')
  const filed = db.selectFrom('item').where('space_id', '=', space.id).select('id')
  expect(await filed.execute()).toEqual([])
})

test('a missing or a wrong file is refused and the title stays', async () => {
  const owner = await aMember()
  const space = await aSpace({ visibility: 'private' }, [owner])
  const address = `/fr/spaces/${space.slug}/documents`
  const program = new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0])], 'a.pdf')
  const typed = { ...filled, title: 'Mon titre' }
  for (const fields of [{ ...typed, file: program }, typed]) {
    const answer = await post(owner, address, fields as Record<string, string | string[] | File>)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="Mon titre"')
  }
})

test('a document is removed by who brought it or who keeps the space', async () => {
  const first = await aDocument()
  const other = await aMember()
  await db
    .insertInto('space_member')
    .values({ space_id: first.space.id, user_id: other.id, role: 'member' })
    .execute()
  expect((await post(other, `${first.path}/remove`)).status).toBe(403)
  expect((await post(await aMember(), `${first.path}/remove`)).status).toBe(404)
  await post(first.member, `${first.path}/remove`)
  expect((await get(first.member, first.path)).status).toBe(404)

  const second = await aDocument()
  await post(second.owner, `${second.path}/remove`)
  const left = await db.selectFrom('file').where('item_id', '=', second.id).select('id').execute()
  expect(left).toEqual([])
})
