import { expect, test } from 'vitest'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import { aMember, aPost, aSpace, aThread, aUser, changeItem } from '#tests/support/factories.ts'
import { get, ORIGIN, post, send, signIn } from '#tests/support/requests.ts'
import { scriptsIn } from '#tests/support/scripts.ts'
import { statementsOf } from '#tests/support/statements.ts'

const text = async (answer: Response | Promise<Response>) => (await answer).text()

async function replies(threadId: string, count: number) {
  const posts = []
  for (let n = 1; n <= count; n++) {
    const one = await aPost({ id: threadId }, { body: `Reply number ${n}.` })
    const published_at = `2026-01-01T00:00:${String(n).padStart(2, '0')}.000Z`
    await changeItem(one.id, { published_at })
    posts.push(one)
  }
  return posts
}

test('a thread is read by a visitor, a page of replies at a time, without script', async () => {
  const thread = await aThread({ title: 'Combien de temps ?' })
  const posts = await replies(thread.id, 23)
  const page = await text(get(null, `/fr/threads/${thread.id}/combien-de-temps`))
  expect(page).toContain('Reply number 20.')
  expect(page).not.toContain('Reply number 21.')
  expect(scriptsIn(page)).toEqual([])

  const permalink = await get(null, `/fr/threads/${thread.id}/posts/${posts[21]!.id}`)
  const to = permalink.headers.get('location')!
  expect(to).toMatch(new RegExp(`after=.*#post-${posts[21]!.id}$`))
  const second = await text(get(null, to))
  expect(second).toContain(`id="post-${posts[21]!.id}"`)
  expect(second).not.toContain('Reply number 20.')
})

test('of many replies a page tells the days, and leads to those before and after it', async () => {
  const thread = await aThread({ title: 'Longue' })
  const posts = await replies(thread.id, 63)
  const at = async (address: string) => {
    const page = await text(get(null, address))
    const [pager = ''] = /<nav class="pager".*?<\/nav>/.exec(page) ?? []
    const links = [...pager.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)]
    return { page, links: Object.fromEntries(links.map(([, to, label]) => [label, to!])) }
  }
  const first = await at(`/fr/threads/${thread.id}/longue`)
  expect(Object.keys(first.links)).toEqual(['Réponses suivantes', 'Dernière page'])
  expect(first.page).toMatch(SPAN)
  const second = await at(first.links['Réponses suivantes']!)
  expect(Object.keys(second.links)).toEqual(['Réponses précédentes', 'Réponses suivantes', 'Dernière page']) // prettier-ignore
  expect(second.links['Réponses précédentes']).toBe(`/fr/threads/${thread.id}/longue`)
  const last = await at(first.links['Dernière page']!)
  expect(last.page).toContain(`id="post-${posts[62]!.id}"`)
  expect(Object.keys(last.links)).toEqual(['Première page', 'Réponses précédentes'])
  const third = await at(last.links['Réponses précédentes']!)
  expect(third.page).toContain(`id="post-${posts[40]!.id}"`)
  expect(third.page).toContain(`id="post-${posts[59]!.id}"`)
  expect(third.links['Réponses précédentes']).toBe(first.links['Réponses suivantes'])

  const short = await aThread({ title: 'Courte' })
  await replies(short.id, 2)
  expect((await at(`/fr/threads/${short.id}/courte`)).page).not.toMatch(SPAN)
})

const SPAN = />Réponses du [^<]+ 20\d\d</

test('a long reply is there whole for everyone, and its rest a touch away without script', async () => {
  const thread = await aThread({ title: 'En détail' })
  await aPost(thread, { body: 'Court.' })
  const path = `/fr/threads/${thread.id}/en-detail`
  expect(await text(get(null, path))).not.toContain('post-fold')
  await aPost(thread, { body: `${'Bien des mots. '.repeat(200)}La fin.` })
  const page = await text(get(null, path))
  expect(page.match(/<details class="post-fold">/g)).toHaveLength(1)
  expect(page).toContain('La fin.')
  // What only a script does is not offered without one.
  expect(page).not.toContain('Copier le lien')
})

test('what is seldom wanted of a reply is one touch away, without script', async () => {
  const thread = await aThread({ title: 'En bref' })
  await replies(thread.id, 1)
  const page = await text(get(await aMember(), `/fr/threads/${thread.id}/en-bref`))
  const [, more = ''] = /<details class="post-more">(.*?)<\/details>/s.exec(page) ?? []
  for (const one of ['Lien permanent', 'Signaler']) expect(more).toContain(one)
  expect(more).not.toContain('Citer')
})

test('a wrong slug leads to the right one', async () => {
  const thread = await aThread({ title: 'كم من الوقت' })
  const answer = await get(null, `/ar/threads/${thread.id}/autre`)
  expect(answer.status).toBe(301)
  expect(decodeURI(answer.headers.get('location')!)).toBe(`/ar/threads/${thread.id}/كم-من-الوقت`)

  const headers = { cookie: await signIn(await aMember()) }
  const asked = new Request(`${ORIGIN}/ar/threads/${thread.id}/autre`, { method: 'HEAD', headers })
  expect((await send(asked)).status).toBe(301)
})

test('a member replies: it is counted, its followers and the mentioned are told once', async () => {
  const [asker, other, named] = [await aMember(), await aMember(), await aMember()]
  await post(asker, '/fr/threads/new', fields({ title: 'Question ouverte' }))
  const thread = await lastItem('thread')
  expect(thread.state).toBe('published')

  const body = `Oui, @${named.handle}, **vraiment**.`
  const answer = await post(other, `/fr/threads/${thread.id}/question-ouverte`, {
    body,
    lang: 'fr',
  })
  expect(answer.status).toBe(302)
  const page = await text(get(null, answer.headers.get('location')!))
  expect(page).toContain('<strong>vraiment</strong>')

  const row = await db
    .selectFrom('thread')
    .where('item_id', '=', thread.id)
    .selectAll()
    .executeTakeFirstOrThrow()
  expect(row.reply_count).toBe(1)
  expect(await toldOf((await lastItem('post')).id)).toEqual([
    { user_id: named.id, kind: 'mention' },
    { user_id: asker.id, kind: 'reply' },
  ])
  const mail = await mailOf(asker.id)
  expect(mail.map(({ item_id }) => item_id)).toEqual([(await lastItem('post')).id])
  expect(mail[0]!.body).toContain('/ar/threads/')
  expect(await mailOf(other.id)).toHaveLength(0)
  expect(await text(get(asker, '/fr/notifications'))).toContain('a répondu : Question ouverte')
})

test('as many followers as one part has are told in no more statements than two, and each once', async () => {
  const [asker, other] = [await aMember(), await aMember()]
  const thread = await aThread()
  const reply = (body: string) => () =>
    post(other, `/fr/threads/${thread.id}/x`, { body, lang: 'fr' })
  const follow = (people: { id: string }[]) =>
    db
      .insertInto('follow')
      .values(people.map(({ id }) => ({ user_id: id, item_id: thread.id })))
      .execute()
  await follow([asker, await aUser()])
  const few = await statementsOf(reply('Oui.'))
  const people: { id: string }[] = []
  while (people.length < 96) people.push(await aUser())
  await follow(people)
  const many = await statementsOf(reply('Non.'))

  // More of them are told in several parts (tests/routes/tellings.test.ts).
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length)
  const told = await toldOf((await lastItem('post')).id)
  expect(told).toHaveLength(98)
  expect(new Set(told.map(({ user_id }) => user_id)).size).toBe(98)
  expect(await mailOf(people[95]!.id)).toHaveLength(1)
})

test('what is sent twice, even at once, is there once and is told once', async () => {
  await loadPrinciples(db)
  const [member, follower] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'public' }, [member])
  const thread = await aThread()
  await post(follower, `/fr/follows/${thread.id}`)
  const reply = { body: 'Deux fois\r\n', lang: 'fr' }
  const titled = (title: string) => ({ title, body: 'Un texte', form: 'question', lang: 'fr' })
  for (const [path, fields] of [
    [`/fr/threads/${thread.id}`, reply],
    ['/fr/threads/new', titled('Archives')],
    [`/fr/threads/new?space=${space.slug}`, titled('Transport scolaire')],
    ['/fr/challenges/new', { ...titled('Éclairage public'), principles: 'transparence' }],
  ] as const) {
    const answers = await Promise.all([1, 2].map(() => post(member, path, fields)))
    const [one, two] = answers.map(({ headers }) => headers.get('location'))
    expect(one, path).toMatch(/\/(threads|challenges)\/[0-9a-z]{12}\//)
    expect(two, path).toBe(one)
  }
  await post(member, `/fr/threads/${thread.id}`, reply)
  const sent = db.selectFrom('item').where('author_id', '=', member.id).select('kind')
  const kinds = (await sent.execute()).map(({ kind }) => kind)
  expect(kinds.sort()).toEqual(['challenge', 'post', 'thread', 'thread'])
  const told = db.selectFrom('notification').where('user_id', '=', follower.id).select('kind')
  expect(await told.execute()).toEqual([{ kind: 'reply' }])

  await post(await aMember(), `/fr/threads/${thread.id}`, reply)
  await db.updateTable('item').set({ created_at: '2026-01-01' }).execute()
  await post(member, `/fr/threads/${thread.id}`, reply)
  const again = await db
    .selectFrom('item')
    .where('thread_id', '=', thread.id)
    .select('id')
    .execute()
  expect(again).toHaveLength(3)
})

test('an account without a seat asks and is held the first time; it cannot answer', async () => {
  const [account, outsider, facilitator] = [
    await aUser(),
    await aMember(),
    await aUser({ role: 'facilitator' }),
  ]
  const sent = await post(account, '/fr/threads/new', fields({ title: 'Première question' }))
  expect(sent.status).toBe(302)
  const thread = await lastItem('thread')
  expect(thread.state).toBe('held')
  const path = `/fr/threads/${thread.id}/premiere-question`
  expect(await text(get(account, path))).toContain('En attente de vérification')
  expect((await get(facilitator, path)).status).toBe(200)
  for (const other of [null, outsider]) expect((await get(other, path)).status).toBe(404)

  const open = await aThread()
  const refused = await post(account, `/fr/threads/${open.id}/a-title`, { body: 'Moi', lang: 'fr' })
  expect(refused.status).toBe(403)

  await changeItem(thread.id, { state: 'published', published_at: new Date().toISOString() })
  await post(account, '/fr/threads/new', fields({ title: 'Deuxième question' }))
  expect((await lastItem('thread')).state).toBe('published')
})

test('an address that is not confirmed writes nothing', async () => {
  const person = await aMember({ email_confirmed_at: null })
  const thread = await aThread()
  const answer = await post(person, `/fr/threads/${thread.id}/a-title`, { body: 'Non', lang: 'fr' })
  expect(answer.headers.get('location')).toContain('/fr/settings/email')
  expect(
    await db.selectFrom('item').where('thread_id', '=', thread.id).selectAll().execute(),
  ).toEqual([])
})

test('a reply that is wrong comes back with everything typed; a preview shows it rendered', async () => {
  const member = await aMember()
  const thread = await aThread()
  const path = `/fr/threads/${thread.id}/a-title`
  const empty = await post(member, path, { body: '  ', lang: 'ar' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Ce champ est obligatoire')

  const page = await text(
    post(member, path, { body: '- un\n- deux', lang: 'fr', intent: 'preview' }),
  )
  expect(page).toContain('<li dir="auto">un</li>')
  expect(page).toContain('- un\n- deux</textarea>')
  expect(
    await db.selectFrom('item').where('thread_id', '=', thread.id).selectAll().execute(),
  ).toEqual([])
})

test('the preview is what is published, to the letter', async () => {
  const member = await aMember()
  const thread = await aThread()
  const path = `/fr/threads/${thread.id}/a-title`
  const body =
    '## عنوان\n\n> قال @someone\n\n| أ | ب |\n| --- | --- |\n| 1 | **2** |\n\nhttps://x.ma <b>'
  const preview = await text(post(member, path, { body, lang: 'ar', intent: 'preview' }))
  const prose = /composer-preview.*?<div[^>]*>(.*?)<\/div>/s.exec(preview)![1]!
  expect(prose).toContain('<th')
  await post(member, path, { body, lang: 'ar' })
  expect(await text(get(member, path))).toContain(prose)
})

test('a quote fills the composer with the words, their author and their address', async () => {
  const [author, member] = [await aMember({ name: 'Salma [x]' }), await aMember()]
  const thread = await aThread()
  const quoted = await aPost(thread, { author, body: 'Mes mots\n\n> ceux d’un autre' })
  const page = await text(get(member, `/fr/threads/${thread.id}/a-title?quote=${quoted.id}`))
  expect(page).toContain(`&gt; [Salma \\[x\\]](/threads/${thread.id}/posts/${quoted.id})`)
  expect(page).toContain('&gt; Mes mots')
  expect(/<textarea.*?<\/textarea>/s.exec(page)![0]).not.toContain('ceux d’un autre')
})

test('its author edits a reply, and the version before stays to be read', async () => {
  const [author, other] = [await aMember(), await aMember()]
  const thread = await aThread()
  const reply = await aPost(thread, { author, body: 'Avant' })
  expect((await get(other, `/fr/posts/${reply.id}/edit`)).status).toBe(403)
  expect((await post(other, `/fr/posts/${reply.id}/edit`, { body: 'Volé' })).status).toBe(403)
  await post(author, `/fr/posts/${reply.id}/edit`, { body: 'Après', note: 'Précision' })
  expect(await text(get(null, `/fr/threads/${thread.id}/a-title`))).toContain('Après')
  expect(await text(get(null, `/fr/posts/${reply.id}/history?version=1`))).toContain('Avant')
  expect(await text(get(null, `/fr/posts/${reply.id}/history`))).toContain('Précision')
})

test('the asker marks the answer, which is then told of and stands first', async () => {
  const [asker, helper, other] = [await aMember(), await aMember(), await aMember()]
  const thread = await aThread({ author: asker })
  await aPost(thread, { body: 'Une autre idée' })
  const reply = await aPost(thread, { author: helper, body: 'La bonne réponse' })
  const mark = (who: { id: string }, id: string) =>
    post(who, `/fr/threads/${thread.id}/answer`, { post: id })
  expect((await mark(other, reply.id)).status).toBe(403)
  const elsewhere = await aPost(await aThread())
  expect((await mark(asker, elsewhere.id)).status).toBe(404)

  await mark(asker, reply.id)
  const page = await text(get(null, `/fr/threads/${thread.id}/a-title`))
  expect(page).toContain('id="post-answer"')
  expect(page).toContain('Réponse retenue')
  expect(await toldOf(reply.id)).toEqual([{ user_id: helper.id, kind: 'accepted' }])
  await mark(asker, '')
  expect(await text(get(null, `/fr/threads/${thread.id}/a-title`))).not.toContain('post-answer')
})

test('reactions are said once, taken back, and not to oneself', async () => {
  const [author, member] = [await aMember(), await aMember()]
  const thread = await aThread()
  const reply = await aPost(thread, { author })
  const say = (who: { id: string } | null, meaning: string) =>
    post(who, `/fr/posts/${reply.id}/reactions`, { meaning })
  const said = () =>
    db.selectFrom('reaction').where('item_id', '=', reply.id).select('meaning').execute()

  await say(member, 'thanks')
  await say(member, 'worked')
  expect((await said()).map((one) => one.meaning).sort()).toEqual(['thanks', 'worked'])
  await say(member, 'did_not_work')
  await say(member, 'thanks')
  expect(await said()).toEqual([{ meaning: 'did_not_work' }])
  expect((await say(author, 'thanks')).status).toBe(403)
  expect((await say(null, 'thanks')).headers.get('location')).toContain('/fr/login')
})

test('a reply that nobody quotes can be withdrawn, and its words are gone from the page', async () => {
  const [author, other] = [await aMember(), await aMember()]
  const thread = await aThread()
  const quoted = await aPost(thread, { author, body: 'Cité' })
  const reply = await aPost(thread, { author, body: 'À retirer' })
  await aPost(thread, { author: other, body: `> [x](/threads/${thread.id}/posts/${quoted.id})` })
  expect((await post(author, `/fr/posts/${quoted.id}/withdraw`)).status).toBe(403)
  expect((await post(other, `/fr/posts/${reply.id}/withdraw`)).status).toBe(403)
  expect(await text(get(author, `/fr/posts/${reply.id}/withdraw`))).toContain('À retirer')

  await post(author, `/fr/posts/${reply.id}/withdraw`)
  for (const reader of [null, author, other]) {
    const page = await text(get(reader, `/fr/threads/${thread.id}/a-title`))
    expect(page).not.toContain('À retirer')
    expect(page).toContain('Réponse retirée par son auteur.')
  }
  const { reply_count } = await db
    .selectFrom('thread')
    .where('item_id', '=', thread.id)
    .select('reply_count')
    .executeTakeFirstOrThrow()
  expect(reply_count).toBe(2)
  expect((await get(other, `/fr/posts/${reply.id}/history`)).status).toBe(404)
})

test('a locked thread is read but no longer written in', async () => {
  const member = await aMember()
  const thread = await aThread()
  const reply = await aPost(thread, { author: member })
  await db
    .updateTable('thread')
    .set({ locked_at: '2026-01-01T00:00:00.000Z' })
    .where('item_id', '=', thread.id)
    .execute()
  const path = `/fr/threads/${thread.id}/a-title`
  expect(await text(get(member, path))).toContain('Cette discussion est close')
  expect((await post(member, path, { body: 'Encore', lang: 'fr' })).status).toBe(403)
  expect((await post(member, `/fr/posts/${reply.id}/edit`, { body: 'Encore' })).status).toBe(403)
})

test('what one marks is in one’s own list, until it is no longer there to be read', async () => {
  const [member, owner] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  const thread = await aThread({ space, title: 'Mis de côté' })
  await post(member, `/fr/bookmarks/${thread.id}`)
  expect(await text(get(member, '/fr/bookmarks'))).toContain('Mis de côté')
  expect(await text(get(owner, '/fr/bookmarks'))).not.toContain('Mis de côté')
  await db.deleteFrom('space_member').where('user_id', '=', member.id).execute()
  expect(await text(get(member, '/fr/bookmarks'))).not.toContain('Mis de côté')
})

test('who writes too much in a short time waits, and loses nothing of what they typed', async () => {
  const member = await aMember()
  const thread = await aThread()
  const path = `/fr/threads/${thread.id}/a-title`
  for (let n = 0; n < 30; n++) await post(member, `/fr/follows/${thread.id}`)
  const answer = await post(member, path, { body: 'Une de trop', lang: 'fr' })
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('Une de trop</textarea>')
  expect((await post(member, `/fr/bookmarks/${thread.id}`)).status).toBe(429)
})

test('the list of threads leaves out what is held, hidden or elsewhere', async () => {
  const [owner, outsider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner])
  await aThread({ title: 'Visible de tous' })
  await aThread({ title: 'Réservé au cercle', space })
  await aThread({ title: 'Encore retenu', state: 'held', author: outsider })
  expect(await text(get(owner, '/fr/threads'))).toContain('Réservé au cercle')
  for (const reader of [null, outsider]) {
    const page = await text(get(reader, '/fr/threads'))
    expect(page).toContain('Visible de tous')
    expect(page).not.toContain('Réservé au cercle')
    expect(page).not.toContain('Encore retenu')
  }
})

function fields(more: Record<string, string> = {}) {
  return { title: 'Un titre', body: 'Un texte', form: 'question', lang: 'fr', ...more }
}

function lastItem(kind: 'thread' | 'post') {
  return db
    .selectFrom('item')
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .orderBy('item.published_at', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
}

function toldOf(itemId: string) {
  return db
    .selectFrom('notification')
    .where('item_id', '=', itemId)
    .orderBy('kind')
    .select(['user_id', 'kind'])
    .execute()
}

function mailOf(userId: string) {
  return db.selectFrom('mail').where('user_id', '=', userId).selectAll().execute()
}
