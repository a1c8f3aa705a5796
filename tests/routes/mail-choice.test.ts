import { expect, test } from 'vitest'
import { queueDailyMails } from '#app/domain/mail/daily.server.ts'
import { dailySubject } from '#app/http/sent-mail.server.ts'
import { sendDueMails } from '#app/server/mailer.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aSpace, aThread } from '#tests/support/factories.ts'
import { get, ORIGIN, post, send, signIn } from '#tests/support/requests.ts'

type Person = { id: string }
type Reader = { email: string }
type Message = {
  to: { address: string }
  subject: string
  text: string
  headers: Record<string, string>
}

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR)

async function sentTo({ email }: Reader, now = inHours(1)) {
  const messages: Message[] = []
  await sendDueMails(async (message) => void messages.push(message as never), now)
  return messages.filter(({ to }) => to.address === email)
}

// As if the last daily mail had told of everything until the day before.
async function aDayPasses({ id }: Person) {
  const summed_at = new Date(Date.now() - 25 * HOUR).toISOString()
  await db.updateTable('mail_choice').set({ summed_at }).where('user_id', '=', id).execute()
}

// As if what they were told of until now happened so many hours from now.
async function theyHappen({ id }: Person, hours: number) {
  const created_at = inHours(hours).toISOString()
  await db.updateTable('notification').set({ created_at }).where('user_id', '=', id).execute()
}

// When nothing can be taken back any more.
const settled = () => new Date(Date.now() + 120_000)

const queue = (now = settled()) => queueDailyMails(db, dailySubject, now)

async function dailyTo(reader: Reader & Person) {
  await queue()
  return sentTo(reader)
}

async function aFollower(choice: string, thread: Person) {
  const follower = await aMember({ lang: 'fr' })
  await post(follower, `/fr/follows/${thread.id}`)
  const answer = await post(follower, '/fr/settings/mails', { choice })
  expect(answer.headers.get('location')).toBe('/fr/settings/mails')
  return follower
}

const reply = (who: Person, thread: Person, body = 'Bonjour') =>
  post(who, `/fr/threads/${thread.id}`, { body, lang: 'fr' })

const keyIn = ({ text }: Message) => new URL(/http\S+\/mails\?key=\S+/.exec(text)![0])

test('a mail of what one follows says where such mails are chosen, and can be stopped there', async () => {
  const thread = await aThread({ title: 'Archives communales' })
  const follower = await aFollower('each', thread)
  await reply(await aMember(), thread)
  const [message] = await sentTo(follower)
  const link = keyIn(message!)
  expect(message!.headers).toMatchObject({
    'List-Unsubscribe': `<${link.href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })

  const path = link.pathname + link.search
  const page = await get(null, path)
  expect(page.headers.get('cache-control')).toBe('private, no-store')
  expect(await page.text()).toContain('Courriels reçus de Multaqa')
  const wrong = await post(null, path, { choice: 'often' })
  expect(wrong.status).toBe(422)
  const saved = await post(null, path, { choice: 'daily' })
  expect(saved.headers.get('location')).toBe(path)
  await reply(await aMember(), thread)
  expect(await sentTo(follower)).toEqual([])
})

test('the button of a mail program stops them, those that wait as well', async () => {
  const thread = await aThread()
  const follower = await aFollower('each', thread)
  await reply(await aMember(), thread)
  const [message] = await sentTo(follower)
  await reply(await aMember(), thread)

  const body = 'List-Unsubscribe=One-Click'
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  const asked = new Request(keyIn(message!), { method: 'POST', headers, body })
  expect((await send(asked)).status).toBe(200)
  expect(await sentTo(follower)).toEqual([])
  await reply(await aMember(), thread)
  expect([await sentTo(follower), await dailyTo(follower)]).toEqual([[], []])
})

test('a key that is none opens nothing, and changes nothing', async () => {
  for (const path of ['/fr/mails', '/fr/mails?key=', '/fr/mails?key=x', '/fr/mails?key=%F0']) {
    expect((await get(null, path)).status, path).toBe(404)
    expect((await post(null, path, { choice: 'none' })).status, path).toBe(404)
  }
  const headers = { origin: 'https://example.org', 'content-length': '0' }
  const elsewhere = new Request(`${ORIGIN}/fr/mails?key=x`, { method: 'POST', headers })
  expect((await send(elsewhere)).status).toBe(403)
})

test('who wants one mail a day gets what was said to them at once, and the rest in the morning', async () => {
  const thread = await aThread({ title: 'أرشيف الجماعة' })
  const follower = await aFollower('daily', thread)
  const [one, other] = [await aMember(), await aMember()]
  await reply(one, thread, `Bonjour, @${follower.handle}`)
  await reply(other, thread)
  await reply(other, thread, 'Et encore')
  const [mention, ...more] = await sentTo(follower)
  expect([mention!.subject, more]).toEqual([expect.stringContaining('mentionné'), []])

  // The next morning is not yet.
  expect(await dailyTo(follower)).toEqual([])
  await aDayPasses(follower)
  const [message, ...rest] = await dailyTo(follower)
  expect([message!.subject, rest]).toEqual(['Ce qui est nouveau pour vous sur Multaqa', []])
  expect(message!.text).toContain('2 nouvelles réponses\u00a0: \u2068أرشيف الجماعة\u2069')
  expect(message!.text).toContain(`/fr/threads/${thread.id}/posts/`)
  expect(message!.text).toContain('/fr/mails?key=')
  expect(await dailyTo(follower)).toEqual([])
})

test('a daily mail tells nothing that was read, nor of what its reader may not read any more', async () => {
  const member = await aMember()
  const space = await aSpace({ visibility: 'private' }, [member])
  const open = await aThread({ title: 'Ouvert' })
  const closed = await aThread({ title: 'Vortimex', space })
  const reader = await aFollower('daily', open)
  const place = { space_id: space.id, user_id: reader.id, role: 'member' } as const
  await db.insertInto('space_member').values(place).execute()
  await post(reader, `/fr/follows/${closed.id}`)
  for (const thread of [open, closed]) await reply(member, thread)

  await aDayPasses(reader)
  await queue()
  await db.deleteFrom('space_member').where('user_id', '=', reader.id).execute()
  const [message] = await sentTo(reader)
  expect(message!.text).toContain('Ouvert')
  expect(JSON.stringify(message)).not.toContain('Vortimex')

  await aDayPasses(reader)
  await queue()
  await post(reader, '/fr/notifications')
  expect(await sentTo(reader)).toEqual([])
})

test('what one daily mail told the next does not tell again', async () => {
  const [before, now] = [await aThread({ title: 'Avant' }), await aThread({ title: 'Ensuite' })]
  const follower = await aFollower('daily', before)
  await post(follower, `/fr/follows/${now.id}`)
  await reply(await aMember(), before)
  await aDayPasses(follower)
  await theyHappen(follower, -1)
  await queue(new Date())
  expect(await sentTo(follower, new Date())).toHaveLength(1)
  await reply(await aMember(), now)
  await queue(inHours(25))
  const [message] = await sentTo(follower)
  expect(message!.text).toContain('Ensuite')
  expect(message!.text).not.toContain('Avant')
})

test('a daily mail tells of no reply that its author can still take back, the next one does', async () => {
  const thread = await aThread()
  const follower = await aFollower('daily', thread)
  await aDayPasses(follower)
  await reply(await aMember(), thread)
  await theyHappen(follower, -1)
  await reply(await aMember({ name: 'Vortimex' }), thread)

  await queue(new Date())
  const [message, ...rest] = await sentTo(follower, new Date())
  expect([message!.text.includes('a répondu'), rest]).toEqual([true, []])
  expect(message!.text).not.toMatch(/Vortimex|2 nouvelles/)
  await queue(inHours(25))
  const [next] = await sentTo(follower)
  expect(next!.text).toContain('2 nouvelles réponses')
})

test('what a late daily mail told of a second day the next one does not repeat', async () => {
  const thread = await aThread({ title: 'Archives' })
  const follower = await aFollower('daily', thread)
  await reply(await aMember(), thread)
  await aDayPasses(follower)
  await queue()
  await theyHappen(follower, 2)
  expect(await sentTo(follower, inHours(3))).toHaveLength(1)
  await queue(inHours(25))
  expect(await sentTo(follower, inHours(26))).toEqual([])
})

test('while one daily mail waits no second one is made, and it tells of both days', async () => {
  const thread = await aThread({ title: 'Un jour' })
  const follower = await aFollower('daily', thread)
  await reply(await aMember(), thread)
  await aDayPasses(follower)
  await queue()
  await reply(await aMember(), thread)
  await queue(inHours(25))
  const messages = await sentTo(follower)
  expect(messages).toHaveLength(1)
  expect(messages[0]!.text).toContain('2 nouvelles réponses')
})

test('what a daily mail that had to wait told, the next does not tell again', async () => {
  const thread = await aThread()
  const follower = await aFollower('daily', thread)
  await reply(await aMember(), thread)
  await aDayPasses(follower)
  await queue()
  await reply(await aMember(), thread)
  expect(await sentTo(follower)).toHaveLength(1)
  await queue(new Date(Date.now() + 25 * HOUR))
  expect(await sentTo(follower)).toEqual([])
})

test('the settings show what was chosen, to its owner alone', async () => {
  const [follower, other] = [await aFollower('daily', await aThread()), await aMember()]
  const chosen = async (who: Person) =>
    /<input[^>]*checked=""[^>]*value="(\w+)"|value="(\w+)"[^>]*checked/.exec(
      await (await get(who, '/fr/settings/mails')).text(),
    )
  expect((await chosen(follower))?.join()).toContain('daily')
  expect((await chosen(other))?.join()).toContain('each')
  expect((await get(null, '/fr/settings/mails')).headers.get('location')).toMatch(/login/)
})

test('a choice that came after the session had run out is there again after signing in', async () => {
  const person = await aMember()
  const cookie = await signIn(person)
  const expires_at = new Date(Date.now() - HOUR).toISOString()
  await db.updateTable('session').set({ expires_at }).where('user_id', '=', person.id).execute()
  const answer = await post(null, '/fr/settings/mails', { choice: 'none' }, { cookie })
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]!)
  const kept = cookies.filter((one) => !one.startsWith('multaqa_session')).join('; ')
  const page = await (await get(person, '/fr/settings/mails', { cookie: kept })).text()
  expect(page).toMatch(/<input[^>]*checked=""[^>]*value="none"/)
})
