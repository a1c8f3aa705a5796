import { beforeAll, expect, test } from 'vitest'
import { loadReference } from '#app/domain/reference/load.server.ts'
import { notify } from '#app/domain/notifications/notifications.server.ts'
import { setChallenges } from '#app/domain/items/write.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aChallenge,
  aCollectivity,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aStep,
  aThread,
  aUser,
  changeItem,
  fileUnder,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'
import { scriptsIn } from '#tests/support/scripts.ts'

beforeAll(() => loadReference(db))

async function home(who: { id: string } | null, lang = 'fr') {
  const page = await get(who, `/${lang}`)
  expect(page.status).toBe(200)
  return page.text()
}

test('the home page says what the network is and leads to search, challenges and practices', async () => {
  await aChallenge({ title: 'Éclairer les douars' })
  await aPractice({ title: 'Budget lu en place publique' })
  const html = await home(null)
  expect(html).toContain('Réseau marocain des collectivités territoriales ouvertes (REMACTO)')
  expect(html).toMatch(/<form role="search"[^>]* action="\/fr\/search"/)
  expect(html).toContain('Éclairer les douars')
  expect(html).toContain('Budget lu en place publique')
  for (const principle of ['transparence', 'redevabilite', 'innovation_publique']) {
    expect(html).toContain(`href="/fr/practices?principle=${principle}"`)
  }
  expect(html).toContain('type="application/atom+xml"')
  expect(scriptsIn(html)).toEqual([])
})

test('a new forum has a home page too', async () => {
  const html = await home(null, 'en')
  expect(html).toContain('What are you looking for?')
})

test('what is in a private space neither shows on the home page, nor counts, nor moves anything', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  const [older, newer] = [
    await aChallenge({ title: 'Ancien' }),
    await aChallenge({ title: 'Récent' }),
  ]
  await changeItem(older.id, { published_at: '2021-01-01T00:00:00.000Z' })
  const stranger = await aMember()
  const before = [await home(null), await content(stranger)]

  const secret = await aThread({ author: insider, space, title: 'Tu ne vois rien' })
  await db.transaction().execute((trx) => setChallenges(trx, secret.id, [older.id], null))
  await aPost({ id: secret.id, space_id: space.id }, { author: insider })
  await aPractice({ author: insider, space, title: 'Pratique cachée' })

  expect([await home(null), await content(stranger)]).toEqual(before)
  const inside = await home(insider)
  expect(inside).toContain('Pratique cachée')
  expect(inside.indexOf('Ancien')).toBeLessThan(inside.indexOf('Récent'))
  expect(newer.id).not.toBe(older.id)
})

test('someone without a seat is told how to ask for one, then that it is being looked at', async () => {
  const user = await aUser()
  expect(await home(user)).toContain('Demander la confirmation d’une fonction')
  await db
    .insertInto('seat')
    .values({
      id: newId(),
      user_id: user.id,
      collectivity_code: (await aCollectivity()).code,
      function: 'staff',
    })
    .execute()
  const html = await home(user)
  expect(html).toContain('en cours d’examen')
  expect(html).not.toContain('Demander la confirmation d’une fonction')
})

test('home begins with what one can ask and write; asking needs no seat', async () => {
  const begins = async (who: { id: string } | null) => {
    const [opening] = /<section class="home-opening.*?<\/section>/s.exec(await home(who))!
    return [...opening.matchAll(/href="\/fr(\/\w+\/new)"/g)].map(([, to]) => to)
  }
  expect(await begins(await aMember())).toEqual(['/threads/new', '/practices/new'])
  expect(await begins(await aUser())).toEqual(['/threads/new'])
  expect(await begins(null)).toEqual([])
})

test('a member sees the threads with news and their own drafts, and loses both with the access', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [other, member])
  const thread = await aThread({ author: other, space, title: 'Nouvelles du marché' })
  const reply = await aPost({ id: thread.id, space_id: space.id }, { author: other })
  await notify(db, { user_id: member.id, kind: 'reply', item_id: reply.id, actor_id: other.id })
  await aPractice({ author: member, state: 'draft', title: 'Mon brouillon' })
  const mine = await nextStep(member)
  expect(mine).toContain('Nouvelles du marché')
  expect(mine).toContain('Mon brouillon')
  expect(await home(other)).not.toContain('Mon brouillon')

  await db.deleteFrom('space_member').where('user_id', '=', member.id).execute()
  expect(await home(member)).not.toContain('Nouvelles du marché')
})

test('a member is shown what is filed for the step of their collectivity, and why', async () => {
  const code = '01.331.01.03'
  const [member, other] = [await aMember({ seat: code }), await aMember({ seat: '09.001.01.01' })]
  const path = `/fr/collectivities/${code}/stage`
  expect(await nextStep(member)).toContain(`href="${path}"`)
  for (const outsider of [other, await aUser()]) {
    expect((await get(outsider, path)).status).toBe(403)
    expect((await post(outsider, path, { stage: 'cocreation1' })).status).toBe(403)
  }
  expect((await post(member, path, { stage: 'later' })).status).toBe(422)
  expect((await post(member, path)).status).toBe(422)

  const space = await aSpace({ visibility: 'private' }, [other])
  const tag = async (slug: string) =>
    db.selectFrom('tag').where('slug', '=', slug).select('id').executeTakeFirstOrThrow()
  const given = { author: other, collectivity: '09.001.01.01' }
  await fileUnder(await tag('online-consultation'), [await aPractice({ ...given, title: 'Idées en ligne' })]) // prettier-ignore
  await fileUnder(await tag('co-creation'), [
    await aPractice({ ...given, title: 'Notre atelier' }),
    await aThread({ author: other, title: 'Qui inviter ?' }),
    await aPractice({ ...given, space, title: 'Atelier secret' }),
    await aPractice({ author: member, collectivity: code, title: 'Le nôtre' }),
  ])
  await fileUnder(await tag('waste'), [await aPractice({ ...given, title: 'Le tri' })])
  const step = 'À l’étape de votre collectivité\u00a0: Premier atelier de co-création'
  expect(await nextStep(member)).not.toContain('À l’étape')

  expect((await post(member, path, { stage: 'cocreation1' })).status).toBe(302)
  const shown = (await nextStep(member))!
  expect(shown).toContain(step)
  const at = (title: string) => shown.indexOf(`>${title}</a>`)
  expect(at('Notre atelier')).toBeGreaterThan(0)
  expect(at('Idées en ligne')).toBeGreaterThan(Math.max(at('Notre atelier'), at('Qui inviter ?')))
  expect(shown).toMatch(/Classé sous<!-- --> <a [^>]*href="\/fr\/tags\/co-creation"/)
  for (const left of ['Atelier secret', 'Le nôtre', 'Le tri']) expect(shown).not.toContain(left)
  expect(await nextStep(other)).not.toContain(step)

  const page = await (await get(null, `/fr/collectivities/${code}/larache`)).text()
  expect(page).toContain('Premier atelier de co-création')
  const facilitator = await aUser({ role: 'facilitator' })
  await post(facilitator, path, { stage: '' })
  expect(await nextStep(member)).not.toContain(step)
  const said = db
    .selectFrom('audit')
    .where('verb', '=', 'stage_said')
    .select('subject_id')
    .execute()
  expect(await said).toEqual([{ subject_id: code }, { subject_id: code }])
})

test('a member is shown the questions of collectivities of their kind that nobody has answered', async () => {
  const [commune, region] = ['01.331.01.03', '02']
  const [member, peer] = [await aMember({ seat: commune }), await aMember({ seat: '09.001.01.01' })]
  const space = await aSpace({ visibility: 'private' }, [peer])
  const ask = (title: string, author: typeof peer, more = {}) => aThread({ title, author, ...more })
  await ask('Qui ouvre les archives ?', peer)
  await ask('Question fermée aux autres', peer, { space })
  await ask('Question d’une région', await aMember({ seat: region }))
  await ask('Ma propre question', member)
  const answered = await ask('Question qui a sa réponse', peer)
  await aPost(answered, { author: member })

  const shown = await nextStep(member)
  expect(shown).toContain('Qui ouvre les archives ?')
  for (const other of ['fermée', 'd’une région', 'Ma propre', 'qui a sa réponse']) {
    expect(shown).not.toContain(other)
  }
  expect(await nextStep(await aUser())).not.toContain('Qui ouvre les archives ?')
})

test('a member is shown what collectivities like theirs have taken up, with the reason', async () => {
  const [urban, peer, rural] = ['01.331.01.03', '01.571.01.05', '01.051.03.01']
  for (const [code, milieu] of [
    [urban, 'urban'],
    [peer, 'urban'],
    [rural, 'rural'],
  ] as const) {
    await aCollectivity({ code, name_fr: `Place ${code}` })
    await db.updateTable('collectivity').set({ milieu, region_code: '01' }).where('code', '=', code).execute() // prettier-ignore
  }
  const [member, like, other] = [await aMember({ seat: urban }), await aMember({ seat: peer }), await aMember({ seat: rural })] // prettier-ignore
  const space = await aSpace({ visibility: 'private' }, [like])
  await aStep(await aPractice({ title: 'Audience ouverte' }), { author: like })
  await aStep(await aPractice({ title: 'Marché rural' }), { author: other })
  await aStep(await aPractice({ title: 'Caché aux autres', space }), { author: like })
  const own = await aPractice({ title: 'Déjà chez nous' })
  for (const author of [like, member]) await aStep(own, { author })
  const shown = (await nextStep(member))!.replace(/<!-- -->/g, '')
  expect(shown).toContain('Audience ouverte')
  expect(shown).toContain('commune urbaine comme vous, de la même région')
  for (const none of ['Marché rural', 'Caché aux autres', 'Déjà chez nous']) {
    expect(shown).not.toContain(none)
  }
  expect(await nextStep(like)).not.toContain('commune urbaine comme vous')
  const [first] = await db.selectFrom('item_text').where('title', '=', 'Audience ouverte').select('item_id').execute() // prettier-ignore
  const page = async (who: typeof member) => (await get(who, `/fr/practices/${first!.item_id}/audience-ouverte`)).text() // prettier-ignore
  expect(await page(member)).toContain('Repris par des collectivités comme la vôtre')
  expect(await page(other)).not.toContain('comme la vôtre')
})

test('only facilitators are shown the way to the queue, with how much waits there', async () => {
  const way = 'Ouvrir la file d’attente'
  const held = 'href="/fr/moderation?kind=held">Premières contributions</a></dt><dd>1</dd>'
  await aThread({ state: 'held' })
  const html = await home(await aUser({ role: 'facilitator' }))
  expect(html).toContain(way)
  expect(html).toContain(held)
  expect(await home(await aMember())).not.toContain(way)
})

test('a language is remembered when it was chosen, and only on pages that are there', async () => {
  const cookie = async (path: string, headers: Record<string, string>, cookie = '') =>
    (await get(null, path, { headers, cookie })).headers.getSetCookie().join()
  const from = { referer: 'http://127.0.0.1:3000/ar/charter' }
  expect(await cookie('/fr/charter', from)).toMatch(/^lang=fr; /)
  expect(await cookie('/fr/charter', from, 'lang=fr')).toBe('')
  expect(await cookie('/ar/charter', from)).toBe('')
  expect(await cookie('/fr/charter', {})).toBe('')
  expect(await cookie('/fr/rien', from)).toBe('')
  expect(await cookie('/fr/charter', { ...from, 'sec-fetch-site': 'cross-site' })).toBe('')
  const start = await get(null, '/', { cookie: 'lang=zgh', headers: { 'accept-language': 'fr' } })
  expect(start.headers.get('location')).toBe('/zgh')
})

async function nextStep(who: { id: string }) {
  return /<section[^>]*"next-step"[\s\S]*?<\/section>/.exec(await home(who))?.[0]
}

// The page without what differs at each request.
async function content(who: { id: string }) {
  const html = await home(who)
  return /<main[\s\S]*<\/main>/.exec(html)?.[0]
}

test('twelve months of activity are told in figures, of what each may read', async () => {
  const insider = await aMember()
  const space = await aSpace({ visibility: 'private' }, [insider])
  const numbers = async (who: { id: string } | null) => {
    const html = await (await get(who, '/fr/about')).text()
    const rows = [...html.matchAll(/<th scope="row">([^<]*)<\/th>((?:<td[^>]*>.*?<\/td>)+)/g)]
    return new Map(rows.map(([, name, cells]) => [name!, cells!.match(/\d+(?!\d|\s%)/g)!.map(Number)])) // prettier-ignore
  }
  await aThread()
  const before = await numbers(null)
  const [now] = [...before.keys()].slice(11)
  expect(before.size).toBe(15)
  const old = await aPractice()
  await changeItem(old.id, { published_at: '2020-01-01T00:00:00.000Z' })
  await aPractice()
  await aChallenge()
  const answered = await aThread()
  const accepted_post_id = (await aPost(answered)).id
  await db.updateTable('thread').set({ accepted_post_id }).where('item_id', '=', answered.id).execute() // prettier-ignore
  await aPost(await aThread())
  await aThread()
  const open = await numbers(null)
  const grown = (row: string) => open.get(row)!.map((count, at) => count - before.get(row)![at]!)
  expect(grown(now!)).toEqual([1, 1, 3])
  const states = ['Réponse retenue', 'Avec des réponses, aucune retenue', 'Sans réponse']
  expect(states.map((state) => grown(state)[0])).toEqual([1, 1, 1])

  await aPractice({ author: insider, space })
  await aThread({ author: insider, space })
  await aPractice({ author: insider, state: 'draft' })
  for (const outsider of [null, await aUser({ role: 'admin' })]) {
    expect(await numbers(outsider)).toEqual(open)
  }
  const inside = (await numbers(insider)).get(now!)!
  expect(inside.map((count, at) => count - open.get(now!)![at]!)).toEqual([1, 0, 1])
})
