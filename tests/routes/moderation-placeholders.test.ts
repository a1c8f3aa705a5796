import { expect, test } from 'vitest'
import { sendDueMails } from '#app/server/mailer.server.ts'
import { UNDO_MINUTES } from '#app/domain/moderation/moderation.limits.ts'
import { withoutQuotesOf, withoutReplies } from '#app/domain/posts/quotes.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aThread, aUser } from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const WORD = 'quintembourg'

test('a hidden reply leaves its place and none of its words, anywhere', async () => {
  const [facilitator, author, asker, quoter] = [
    await aUser({ role: 'facilitator' }),
    await aMember({ name: 'Whoever wrote it' }),
    await aMember(),
    await aMember(),
  ]
  const thread = await aThread({ author: asker })
  await post(asker, `/fr/follows/${thread.id}`)
  const sent = await post(author, `/fr/threads/${thread.id}`, {
    body: `@${asker.handle} ${WORD}`,
    lang: 'fr',
  })
  const reply =
    /sent=(\w+)/.exec(sent.headers.get('location')!)?.[1] ?? (await onlyReply(thread.id))
  const quote = `> [Somebody](/threads/${thread.id}/posts/${reply})\n>\n> ${WORD}\n\nMy own words`
  await post(quoter, `/fr/threads/${thread.id}`, { body: quote, lang: 'fr' })
  const quoted = await onlyReply(thread.id, quoter)
  await post(quoter, `/fr/posts/${quoted}/edit`, {
    body: quote.replace('My own', 'Still my own'),
    lang: 'fr',
  })
  const history = `/fr/posts/${quoted}/history`
  expect(await (await get(quoter, history)).text()).toContain(WORD)
  const page = `/fr/threads/${thread.id}/a-title`
  const found = `/fr/search?q=${WORD}`
  const places = [page, history, '/fr/notifications', '/feeds/threads.fr.atom', '/fr']
  expect(await (await get(null, page)).text()).toContain(WORD)
  expect(await (await get(null, found)).text()).toContain(thread.id)

  await post(facilitator, `/fr/moderation/items/${reply}/hide`, { answer: 'offensive' })
  for (const reader of [null, asker, quoter]) {
    expect(await (await get(reader, found)).text()).not.toContain(thread.id)
    for (const path of places) {
      expect(await (await get(reader, path)).text(), path).not.toContain(WORD)
    }
    const html = await (await get(reader, page)).text()
    expect(html).toContain('Réponse masquée par la modération.')
    expect(html).toContain('Citation d’une réponse qui n’est plus publiée.')
    expect(html).toContain('Still my own words')
    expect(html).not.toContain('Whoever wrote it')
  }
  for (const reader of [author, facilitator]) {
    expect(await (await get(reader, page)).text()).toContain(WORD)
  }
  const mails: string[] = []
  const late = new Date(Date.now() + (UNDO_MINUTES + 1) * 60_000)
  await sendDueMails(async (message) => void mails.push(JSON.stringify(message)), late)
  expect(mails.filter((mail) => mail.includes(asker.email) && mail.includes(reply))).toEqual([])
})

test('the name of a suspended person stays with what they wrote, and leads nowhere', async () => {
  const author = await aMember({ name: 'A suspended writer' })
  const thread = await aThread({ author: await aMember() })
  await aPost(thread, { author, body: 'Words that stay' })
  const page = `/fr/threads/${thread.id}/a-title`
  expect(await (await get(null, page)).text()).toContain(`/people/${author.handle}`)
  const suspended_at = new Date().toISOString()
  await db.updateTable('user').set({ suspended_at }).where('id', '=', author.id).execute()
  const html = await (await get(null, page)).text()
  expect(html).toContain('A suspended writer')
  expect(html).toContain('Words that stay')
  expect(html).not.toContain(`/people/${author.handle}`)
})

test('a quotation of a reply is told from any other, and taken out whole', () => {
  const id = 'abcdefghjkmn'
  const of = `> [Ada](/threads/${id}/posts/${id})\n>\n> > inner\n> words\n`
  expect(withoutReplies(`${of}\nMine\n\n> a law\n`)).toBe('\nMine\n\n> a law\n')
  const quote = `<blockquote><p><a href="/threads/t/posts/${id}">Ada</a></p><blockquote><p>x</p></blockquote></blockquote>`
  const other = '<blockquote><p>a law</p></blockquote>'
  expect(withoutQuotesOf([id], `${quote}<p>Mine</p>${other}`, 'GONE')).toBe(
    `GONE<p>Mine</p>${other}`,
  )
  expect(withoutQuotesOf([], quote, 'GONE')).toBe(quote)
})

async function onlyReply(threadId: string, author?: { id: string }) {
  const { id } = await db
    .selectFrom('item')
    .where('thread_id', '=', threadId)
    .$if(author !== undefined, (query) => query.where('author_id', '=', author!.id))
    .select('id')
    .executeTakeFirstOrThrow()
  return id
}
