import { expect, test } from 'vitest'
import { saveDraft } from '#app/domain/drafts/drafts.server.ts'
import { storeFile } from '#app/domain/files/files.server.ts'
import { listDueMails } from '#app/domain/mail/due.server.ts'
import { queueMail } from '#app/domain/mail/outbox.server.ts'
import { sendDueMails } from '#app/server/mailer.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aPractice, aSpace, aThread } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'
import { unzipped } from '#tests/support/unzipped.ts'

const WORD = 'zorquelune'

type Left = 'leaves' | 'is removed'

// A space with somebody in it who has written, marked, followed, attached and been told.
async function aSpaceWithTraces() {
  const [owner, person] = [await aMember({ name: 'Owner' }), await aMember({ name: 'Person' })]
  const space = await aSpace({ visibility: 'private', name: `Espace ${WORD}` }, [owner, person])
  const thread = await aThread({
    author: person,
    space,
    title: `Titre ${WORD}`,
    body: `Mien ${WORD}`,
  })
  const answer = await aPost(thread, { author: owner, body: `Autre ${WORD}` })
  const draft = await aPractice({ author: person, space, state: 'draft', title: `Projet ${WORD}` })
  const bytes = new TextEncoder().encode('a,b\n1,2\n')
  const file = await storeFile(db, owner, { bytes, name: 'a.csv', itemId: draft.id })
  if (!file.ok) throw new Error(file.error)
  for (const marks of ['bookmarks', 'follows']) await post(person, `/fr/${marks}/${thread.id}`)
  await post(person, `/fr/spaces/${space.slug}/follow`)
  await post(owner, `/fr/threads/${thread.id}`, { body: `@${person.handle} ${WORD}`, lang: 'fr' })
  await saveDraft(db, person.id, `thread:${space.slug}`, { title: [WORD] })
  await queueMail(db, { user_id: person.id, recipient: person.email, lang: 'fr', subject: WORD, body: WORD, item_id: answer.id, space_id: null }) // prettier-ignore
  return { owner, person, space, thread, answer, draft, file: `/files/${file.id}/a.csv` }
}

test.each<Left>(['leaves', 'is removed'])(
  'whoever %s reads, hears, keeps and does nothing more there, at once',
  async (how) => {
    const { owner, person, space, thread, answer, draft, file } = await aSpaceWithTraces()
    const pages = [
      `/fr/spaces/${space.slug}`,
      `/fr/threads/new?space=${space.slug}`,
      `/fr/threads/${thread.id}/titre`,
      `/fr/threads/${thread.id}/titre.data`,
      `/fr/threads/${thread.id}/edit`,
      `/fr/threads/${thread.id}/history`,
      `/fr/threads/${thread.id}/posts/${answer.id}`,
      `/fr/practices/${draft.id}/edit`,
      file,
    ]
    const own = ['', '/spaces', '/notifications', '/bookmarks', '/follows', '/drafts', '/settings']
    expect(await (await get(person, '/fr/notifications')).text()).toContain(WORD)
    expect(await (await get(person, '/fr/drafts')).text()).toContain(WORD)
    expect((await get(person, file)).status).toBe(200)

    if (how === 'leaves') await post(person, `/fr/spaces/${space.slug}/leave`)
    else await post(owner, `/fr/spaces/${space.slug}/members/${person.handle}/remove`)

    for (const page of pages) expect((await get(person, page)).status, page).toBe(404)
    for (const page of own) {
      expect(await (await get(person, `/fr${page}`)).text(), page).not.toContain(WORD)
    }
    for (const [path, fields] of [
      [`/fr/threads/${thread.id}`, { body: 'Encore', lang: 'fr' }],
      [`/fr/threads/${thread.id}/edit`, { title: 'Autre', body: 'Autre' }],
      [`/fr/follows/${thread.id}`, {}],
      [`/fr/drafts`, { id: draft.id }],
    ] as const) {
      expect((await post(person, path, fields)).status, path).toBe(404)
    }
  },
)

test('mail that already waits for somebody who leaves is asked again when it is sent, and stays', async () => {
  const { person, space } = await aSpaceWithTraces()
  await db.deleteFrom('space_member').where('user_id', '=', person.id).execute()
  const sent: string[] = []
  await sendDueMails(async (message) => void sent.push(JSON.stringify(message)))
  expect(sent.filter((message) => message.includes(person.email))).toEqual([])
  expect(await listDueMails(db, 10)).toEqual([])
  expect((await get(person, `/fr/spaces/${space.slug}`)).status).toBe(404)
})

test('an answer to who asked to join names the space only to who still sees it when it is sent', async () => {
  const [owner, stays, removed, refused] = [await aMember(), await aMember(), await aMember(), await aMember()] // prettier-ignore
  const space = await aSpace({ visibility: 'network', name: `Espace ${WORD}` }, [owner])
  const at = `/fr/spaces/${space.slug}`
  for (const who of [stays, removed, refused]) await post(who, `${at}/join`, { note: 'Bonjour' })
  for (const who of [stays, removed]) await post(owner, `${at}/requests/${who.handle}/admit`)
  await post(owner, `${at}/requests/${refused.handle}/refuse`)
  await post(owner, `${at}/members/${removed.handle}/remove`)
  const closed = { visibility: 'private', joining: 'invitation' } as const
  await db.updateTable('space').set(closed).where('id', '=', space.id).execute()
  // The quarter of an hour in which the answers can be taken back is over.
  await db.updateTable('mail').set({ due_at: new Date().toISOString() }).execute()

  const sent: string[] = []
  await sendDueMails(async ({ to, subject, text }) => void sent.push(`${to.address} ${subject} ${text}`)) // prettier-ignore
  const told = sent.filter((message) => message.includes(WORD))
  expect(told.map((message) => message.split(' ')[0])).toEqual([stays.email])
})

test('what somebody wrote stays with the space under their name, and they can still take a copy', async () => {
  const { owner, person, space, thread } = await aSpaceWithTraces()
  await post(person, `/fr/spaces/${space.slug}/leave`)
  await post(owner, `/fr/threads/${thread.id}`, { body: `Après ${WORD}`, lang: 'fr' })

  const kept = await (await get(owner, `/fr/threads/${thread.id}/titre-${WORD}`)).text()
  expect(kept).toContain(`Mien ${WORD}`)
  expect(kept).toContain('Person')
  const copy = await post(person, '/fr/settings/export')
  expect(copy.headers.get('content-disposition')).toContain('attachment')
  const text = Object.values(await unzipped(copy)).join('\n')
  expect(text).toContain(`# Titre ${WORD}`)
  expect(text).toContain(`Mien ${WORD}`)
  expect(text).toContain(`# Projet ${WORD}`)
  // Neither what others wrote nor the name of a space that one has left.
  expect(text).not.toMatch(/Autre|Après|Espace/)
  expect((await get(null, '/fr/settings/export')).status).toBe(302)
})
