import sharp from 'sharp'
import { expect, test } from 'vitest'
import { MAX_LOOSE_FILES } from '#app/domain/files/files.limits.ts'
import { listFiles, storeFile } from '#app/domain/files/files.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPractice, aSpace, aThread, aUser, changeItem } from '#tests/support/factories.ts'
import { get, post, signIn } from '#tests/support/requests.ts'

const ABSENT = '/files/zzzzzzzzzzzz/donnees.csv'
const CSV = new TextEncoder().encode('commune,budget\nTémara,12\n')

type Person = Awaited<ReturnType<typeof aMember>>

async function attach(viewer: Person, itemId: ReadableId | null, name = 'données 2024.csv') {
  const stored = await storeFile(db, viewer, { bytes: CSV, name, itemId })
  if (!stored.ok) throw new Error(stored.error)
  return `/files/${stored.id}/${encodeURIComponent(stored.name)}`
}

function upload(name = 'données.csv', text = 'a,b\n1,2\n') {
  return { title: 'Le tableau', file_lang: 'fr', file: new File([text], name) }
}

test('a file of a public practice is served to all, as a download that cannot run', async () => {
  const author = await aMember()
  const path = await attach(author, (await aPractice({ author })).id)
  const answer = await get(null, path)
  expect(answer.status).toBe(200)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(CSV)
  const header = (name: string) => answer.headers.get(name)
  expect(header('content-disposition')).toBe(
    `attachment; filename="donn_es 2024.csv"; filename*=UTF-8''donn%C3%A9es%202024.csv`,
  )
  expect(header('content-type')).toBe('text/csv; charset=utf-8')
  expect(header('content-length')).toBe(String(CSV.length))
  expect(header('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(header('cache-control')).toBe('public, max-age=300')
})

test('an answer that renews a session is kept by no shared cache, and shows its word once', async () => {
  const author = await aMember()
  const path = await attach(author, (await aPractice({ author })).id)
  const soon = new Date(Date.now() + 86_400_000).toISOString()
  const secret = await signIn(author)
  const expireSoon = () =>
    db.updateTable('session').set({ expires_at: soon }).where('user_id', '=', author.id).execute()
  await expireSoon()
  const file = await get(null, path, { cookie: secret })
  expect(file.headers.getSetCookie().join()).toContain(secret)
  expect(file.headers.get('cache-control')).toBe('private, no-store')

  await expireSoon()
  const page = await get(null, '/fr', { cookie: `${secret}; flash=saved` })
  const names = page.headers.getSetCookie().map((cookie) => cookie.split('=')[0])
  expect(names).toEqual(['multaqa_session', 'flash'])
})

test('a file that is not for a person has the bytes of one that does not exist', async () => {
  const author = await aMember()
  const closed = await aSpace({ visibility: 'private' }, [author])
  const hidden = await aPractice({ author })
  const paths = [
    await attach(author, (await aPractice({ author, space: closed })).id),
    await attach(author, (await aPractice({ author, state: 'draft' })).id),
    await attach(author, null),
    await attach(author, hidden.id),
  ]
  const hidden_at = new Date().toISOString()
  await changeItem(hidden.id, { hidden_at })

  for (const who of [null, await aMember()]) {
    const absent = await get(who, ABSENT)
    const nothing = await absent.text()
    for (const path of paths) {
      const answer = await get(who, path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe(nothing)
      expect(answer.headers.get('cache-control')).toBe(absent.headers.get('cache-control'))
    }
  }
  for (const path of paths.slice(0, 3)) {
    expect((await get(await aUser({ role: 'admin' }), path)).status).toBe(404)
  }
  for (const path of paths) {
    const own = await get(author, path)
    expect(own.status).toBe(200)
    expect(own.headers.get('cache-control')).toBe('private, no-store')
  }
})

test('a former member of a private space no longer gets its files', async () => {
  const [owner, leaver] = [await aMember(), await aMember()]
  const closed = await aSpace({ visibility: 'private' }, [owner, leaver])
  const path = await attach(leaver, (await aPractice({ author: leaver, space: closed })).id)
  expect((await get(leaver, path)).status).toBe(200)
  await db.deleteFrom('space_member').where('user_id', '=', leaver.id).execute()
  expect((await get(leaver, path)).status).toBe(404)
  expect((await get(owner, path)).status).toBe(200)
})

test('another name is not an address of the file', async () => {
  const author = await aMember()
  const path = await attach(author, (await aPractice({ author })).id)
  expect((await get(null, path.replace(/[^/]+$/, 'autre.html'))).status).toBe(404)
})

test('an author adds a file with its title and language, and removes it', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author })
  const page = `/fr/practices/${id}/files`
  expect((await post(author, page, upload())).status).toBe(302)
  const [file] = await listFiles(db, null, id)
  expect(file).toMatchObject({ name: 'données.csv', title: 'Le tableau', lang: 'fr' })
  expect(await (await get(null, `/fr/practices/${id}/a-title`)).text()).toContain('Le tableau')

  expect((await post(author, page, { remove: file!.id })).status).toBe(302)
  expect(await listFiles(db, null, id)).toEqual([])
})

test('an image that is pasted into a text is its writer’s alone until the text is sent', async () => {
  const [author, reader] = [await aMember(), await aMember()]
  const page = '/fr/files/add'
  const pixel = sharp({ create: { width: 2, height: 2, channels: 3, background: '#0b5b45' } })
  const image = new File([new Uint8Array(await pixel.png().toBuffer())], 'صورة.png')
  const answer = await post(author, page, { file: image })
  expect(answer.headers.get('content-type')).toContain('application/json')
  const { path } = (await answer.json()) as { path: string }
  for (const who of [null, reader]) expect((await get(who, path)).status).toBe(404)
  expect((await get(author, path)).headers.get('content-type')).toBe('image/png')
  const thread = await aThread()
  await post(author, `/fr/threads/${thread.id}`, { body: `Voici ![a](${path})`, lang: 'fr' })
  expect(await (await get(null, `/fr/threads/${thread.id}/a-title`)).text()).toContain(
    `src="${path}"`,
  )
  expect((await get(null, path)).headers.get('content-type')).toBe('image/png')

  const stolen = await aThread({ author: reader })
  await post(reader, `/fr/threads/${stolen.id}`, { body: `![a](${path})`, lang: 'fr' })
  await post(author, `/fr/posts/${await lastReply(thread.id)}/withdraw`)
  expect((await get(null, path)).status).toBe(404)

  const wrong = await post(author, page, { file: new File(['<svg></svg>'], 'a.svg') })
  expect([wrong.status, await wrong.json()]).toEqual([422, { error: 'files.errors.type' }])
  expect((await post(null, page, { file: image })).status).toBe(302)
})

test('without a script a file comes along with the text, and its link is added to it', async () => {
  const author = await aMember()
  const thread = await aThread()
  const here = `/fr/threads/${thread.id}/a-title`
  const wrong = { body: 'Mon texte', lang: 'fr', attachment: new File(['<svg></svg>'], 'a.svg') }
  const refused = await post(author, here, wrong)
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('Mon texte')
  expect(html).toContain('id="field-attachment-error"')

  const attachment = new File(['a,b\n1,2\n'], 'le [tableau].csv')
  const preview = { body: 'Voici', lang: 'fr', intent: 'preview', attachment }
  expect(await (await post(author, here, preview)).text()).toMatch(
    /\[le tableau\s*\.csv\]\(\/files\/\w+\//,
  )
  const sent = await post(author, here, { body: 'Voici', lang: 'fr', attachment })
  const id = /sent=(\w+)/.exec(sent.headers.get('location')!)![1]!
  const [file] = await listFiles(db, null, id)
  const page = await (await get(null, here)).text()
  expect(page).toContain(`href="/files/${file!.id}/`)
  const path = /href="(\/files\/[^"]+)"/.exec(page)![1]!
  expect((await get(null, path)).status).toBe(200)

  await post(author, `/fr/unsend/${id}`)
  expect((await get(null, path)).status).toBe(404)
  expect((await get(author, path)).status).toBe(200)
})

test('there is a limit to what is uploaded and not sent', async () => {
  const author = await aMember()
  for (let count = 0; count < MAX_LOOSE_FILES; count++) await attach(author, null)
  const bytes = new TextEncoder().encode('a,b\n')
  const stored = await storeFile(db, author, { bytes, name: 'a.csv', itemId: null })
  expect(stored).toEqual({ ok: false, error: 'files.errors.too_many_loose' })
})

test('nobody else adds or removes', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author })
  await attach(author, id)
  const [file] = await listFiles(db, null, id)
  const other = await aPractice({ author: await aMember() })
  const stranger = await aMember()
  const own = await aPractice({ author: stranger })

  expect((await post(stranger, `/fr/practices/${id}/files`, upload())).status).toBe(403)
  expect((await post(stranger, `/fr/practices/${id}/files`, { remove: file!.id })).status).toBe(403)
  // Through an item of one's own neither.
  expect((await post(stranger, `/fr/practices/${own.id}/files`, { remove: file!.id })).status).toBe(
    404,
  )
  expect((await post(author, `/fr/practices/${other.id}/files`, upload())).status).toBe(403)
  expect(await listFiles(db, null, id)).toHaveLength(1)
})

test('what is no such file is refused with the reason, and the title is kept', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author })
  const answer = await post(
    author,
    `/fr/practices/${id}/files`,
    upload('page.html', '<!doctype html><script>alert(1)</script>'),
  )
  const html = await answer.text()
  expect(answer.status).toBe(422)
  expect(html).toContain('pas accepté')
  expect(html).toContain('Le tableau')
  expect((await post(author, `/fr/practices/${id}/files`, { title: 'Sans fichier' })).status).toBe(
    422,
  )
})

test('an item holds ten files', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author })
  for (let i = 0; i < 10; i++) await attach(author, id, `${i}.csv`)
  const eleventh = await storeFile(db, author, { bytes: CSV, name: '11.csv', itemId: id })
  expect(eleventh).toEqual({ ok: false, error: 'files.errors.too_many' })
})

async function lastReply(threadId: string) {
  const { id } = await db
    .selectFrom('item')
    .where('thread_id', '=', threadId)
    .orderBy('created_at', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}
