import { expect, test } from 'vitest'
import { insertItem, sealItem } from '#app/domain/items/write.server.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aCollectivity,
  aMember,
  aPractice,
  aSeat,
  aSpace,
  aThread,
  aUser,
} from '#tests/support/factories.ts'
import { get, post } from '#tests/support/requests.ts'

const text = async (answer: Response | Promise<Response>) => (await answer).text()
const principles = async () => {
  const rows = [
    { slug: 'transparence', position: 1 },
    { slug: 'digitalisation', position: 5 },
  ]
  await db
    .insertInto('principle')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}

async function aTag(label: string) {
  const id = label.slice(0, 4).padEnd(12, '0')
  await db.insertInto('tag').values({ id, slug: label }).execute()
  await db
    .insertInto('tag_label')
    .values({ tag_id: id, lang: 'fr', folded: label, label, preferred: 1 })
    .execute()
  return id
}

test('a member opens a challenge, which stands in the list under its principles and tags', async () => {
  await principles()
  await aTag('budget')
  const member = await aMember()
  const fields = { title: 'Trop loin du budget', body: 'Les **douars** éloignés', lang: 'fr' }
  const sent = (more: object) => post(member, '/fr/challenges/new', { ...fields, ...more })

  const without = await sent({ tags: 'budget' })
  expect(without.status).toBe(422)
  const page = await without.text()
  expect(page).toContain('Choisissez au moins un principe.')
  expect(page).toContain('value="Trop loin du budget"')
  expect(page).toContain('Les **douars** éloignés</textarea>')
  expect((await sent({ principles: 'transparence', tags: 'budget, inconnu' })).status).toBe(422)

  const made = await sent({ principles: ['transparence'], tags: 'budget' })
  const again = await sent({ principles: ['transparence'], tags: 'budget' })
  expect(again.headers.get('location')).toBe(made.headers.get('location'))
  const hub = await text(get(null, made.headers.get('location')!))
  expect(hub).toContain('<strong>douars</strong>')
  expect(hub).toContain('/fr/tags/budget')
  expect(hub).toContain('Commune Exemple')
  // On a phone, whom it concerns and the way to join them come before all that is said about it.
  const parts = ['douars</strong>', 'id="faces"', 'id="answers"'].map((part) => hub.indexOf(part))
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))

  const listed = async (query: string) => text(get(null, `/fr/challenges${query}`))
  for (const query of ['', '?principle=transparence', '?tag=budget', '?progress=open']) {
    expect(await listed(query), query).toContain('Trop loin du budget')
  }
  for (const query of ['?principle=digitalisation', '?progress=answered']) {
    expect(await listed(query), query).not.toContain('Trop loin du budget')
  }
})

test('opening and joining a challenge need a confirmed seat', async () => {
  const account = await aUser()
  const challenge = await aChallenge()
  expect((await get(account, '/fr/challenges/new')).status).toBe(403)
  expect((await post(account, `/fr/challenges/${challenge.id}/faces`, { seat: 'x' })).status).toBe(
    403,
  )
  expect(
    (await post(account, `/fr/challenges/${challenge.id}/links`, { address: 'x' })).status,
  ).toBe(403)
  expect((await get(null, '/fr/challenges/new')).headers.get('location')).toContain('/fr/login')
})

test('"we face this as well" is said for a collectivity of one’s own seats, and taken back', async () => {
  const other = await aCollectivity({
    code: '06.001.01.01',
    name_fr: 'Commune Voisine',
    slug: 'voisine',
  })
  const [member, stranger] = [await aMember(), await aMember()]
  const second = await aSeat(member.id, other.code)
  const challenge = await aChallenge()
  const say = (seat: string, more = {}) =>
    post(member, `/fr/challenges/${challenge.id}/faces`, { seat, ...more })
  const page = () => text(get(null, `/fr/challenges/${challenge.id}/a-title`))

  await say(second)
  expect(await page()).toContain('Commune Voisine')
  expect(await page()).not.toContain('Commune Exemple')
  expect((await say(stranger.seats[0]!.id)).status).toBe(403)
  expect(await text(get(member, `/fr/challenges/${challenge.id}/a-title`))).toContain(
    'Nous y faisons face aussi',
  )
  await say(second, { undo: '1' })
  expect(await page()).not.toContain('Commune Voisine')
})

test('a collectivity works on a challenge or observes it, and a gap shows until something answers it', async () => {
  const places = [['06.001.01.02', 'Commune Active'], ['06.001.01.03', 'Commune Attentive']] as const // prettier-ignore
  for (const [code, name_fr] of places) await aCollectivity({ code, name_fr, slug: 'x' })
  const [active, watching] = await Promise.all(places.map(([seat]) => aMember({ seat })))
  const challenge = await aChallenge({ title: 'Archives humides' })
  const take = (who: typeof active, stance: string) =>
    post(who!, `/fr/challenges/${challenge.id}/faces`, { seat: who!.seats[0]!.id, stance })
  const page = async () => (await text(get(null, `/fr/challenges/${challenge.id}/archives-humides`))).replace(/<!-- -->/g, '') // prettier-ignore
  const facilitator = await aUser({ role: 'facilitator' })
  const gaps = () => text(get(facilitator, '/fr/moderation/gaps'))

  await take(watching, 'observer')
  expect(await page()).toContain('Aucune collectivité n’a encore déclaré')
  expect(await gaps()).not.toContain('Archives humides')
  await take(active, 'faces')
  await take(active, 'working')
  const shown = await page()
  expect(shown).toMatch(/Y travaillent[^]*Commune Active[^]*Observent[^]*Commune Attentive/)
  expect(shown).not.toContain('Y font face<')
  expect(shown).toContain('1 collectivité y fait face, aucune pratique n’y répond encore.')
  expect(await gaps()).toContain('Archives humides')
  expect((await get(active!, '/fr/moderation/gaps')).status).toBe(403)

  const space = await aSpace({ visibility: 'private' }, [active!])
  await aPractice({ challenges: [challenge.id], space })
  expect(await gaps()).toContain('Archives humides')
  await aPractice({ challenges: [challenge.id] })
  expect(await page()).not.toContain('aucune pratique n’y répond')
  expect(await gaps()).not.toContain('Archives humides')
})

test('a practice is linked by its address or found by words, and unlinked by who linked it', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const challenge = await aChallenge()
  const practice = await aPractice({ title: 'Caravane du budget' })
  const draft = await aPractice({ title: 'Caravane cachée', state: 'draft', author: other })
  const path = `/fr/challenges/${challenge.id}/links`
  const found = await text(get(member, `${path}?q=caravane`))
  expect(found).toContain('Caravane du budget')
  expect(found).not.toContain('Caravane cachée')

  expect((await post(member, path, { address: `/fr/practices/${draft.id}/x` })).status).toBe(422)
  await post(member, path, { address: `https://example.org/ar/practices/${practice.id}/caravane` })
  const page = () => text(get(null, `/fr/challenges/${challenge.id}/a-title`))
  expect(await page()).toContain('Caravane du budget')

  const unlink = (who: { id: string }) =>
    post(who, `/fr/challenges/${challenge.id}/unlink`, { item: practice.id })
  expect((await unlink(other)).status).toBe(403)
  await unlink(member)
  expect(await page()).not.toContain('Caravane du budget')
})

test('of many answers and threads the newest are shown, with the way to all, page by page', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const challenge = await aChallenge({ title: 'Beaucoup' })
  const hub = () => text(get(member, `/fr/challenges/${challenge.id}/beaucoup`))
  const cards = (html: string) => [...html.matchAll(/(Reponse|Fil) \d+\./g)].map(([title]) => title)
  const all = [`/fr/practices?challenge=${challenge.id}`, `/fr/threads?challenge=${challenge.id}`]
  expect(await hub()).toContain('Aucune pratique ni aucun outil relié')
  expect(await hub()).not.toContain('Tout voir')

  const made = []
  for (let n = 0; n < 22; n++) {
    made.push(await aPractice({ title: `Reponse ${n}.`, challenges: [challenge.id] }))
    await aThread({ title: `Fil ${n}.`, challenge: challenge.id })
  }
  await aPractice({ title: 'Reponse 99.' })
  const shown = await hub()
  expect(new Set(cards(shown)).size).toBe(12)
  expect(shown.match(/Tout voir \(22\)/g)).toHaveLength(2)
  for (const [at, path] of all.entries()) {
    expect(shown).toContain(`href="${path}"`)
    const first = await text(get(member, path))
    expect(first).toContain('href="/fr/challenges/' + challenge.id)
    const next = /href="([^"]+(?:before|after)=[^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
    const found = [...cards(first), ...cards(await text(get(member, next)))]
    const titles = new Set(found)
    expect(titles.size).toBe(22)
    expect(titles).not.toContain('Reponse 99.')
    expect(at ? titles.has('Fil 0.') : titles.has('Reponse 0.')).toBe(true)
  }

  // A link is taken away from there as well, by whoever may.
  const facilitator = await aUser({ role: 'facilitator' })
  expect(await text(get(facilitator, all[0]!))).toContain('Retirer ce lien')
  expect(await text(get(other, all[0]!))).not.toContain('Retirer ce lien')
  const unlink = { item: made[0]!.id }
  await post(facilitator, `/fr/challenges/${challenge.id}/unlink`, unlink)
  expect(await hub()).toContain('Tout voir (21)')
  // What one may not read, and what there is not, is as if not asked for.
  const space = await aSpace({ visibility: 'private' }, [other])
  const closed = await aChallenge({ space, title: 'Defi ferme' })
  const asked = await text(get(member, `/fr/practices?challenge=${closed.id}`))
  expect(asked).not.toContain('Defi ferme')
  expect(asked).toContain('Reponse 99.')
})

test('its author or a facilitator says how far it has come; the outcome answers it', async () => {
  const [author, other] = [await aMember(), await aMember()]
  const facilitator = await aUser({ role: 'facilitator' })
  const challenge = await aChallenge({ author })
  const set = (who: { id: string }, progress: string) =>
    post(who, `/fr/challenges/${challenge.id}/progress`, { progress })
  const now = async () =>
    (
      await db
        .selectFrom('challenge')
        .where('item_id', '=', challenge.id)
        .select('progress')
        .executeTakeFirstOrThrow()
    ).progress

  expect((await set(other, 'working')).status).toBe(403)
  await set(facilitator, 'working')
  expect(await now()).toBe('working')
  await set(author, 'answered')
  expect(await now()).toBe('working')

  expect(
    (await post(author, `/fr/challenges/${challenge.id}/outcome`, { outcome: '' })).status,
  ).toBe(422)
  await post(author, `/fr/challenges/${challenge.id}/outcome`, {
    outcome: 'Deux **séances** ont suffi',
  })
  expect(await now()).toBe('answered')
  expect(await text(get(null, `/fr/challenges/${challenge.id}/a-title`))).toContain(
    '<strong>séances</strong>',
  )
  await set(author, 'open')
  expect(await now()).toBe('open')
  const verbs = await db
    .selectFrom('audit')
    .where('subject_id', '=', challenge.id)
    .select('verb')
    .execute()
  expect(verbs.map(({ verb }) => verb)).toContain('challenge_answered')
})

test('an edit keeps the version before, and only the author may make it', async () => {
  await principles()
  const [author, facilitator] = [await aMember(), await aUser({ role: 'facilitator' })]
  const challenge = await aChallenge({ author, title: 'Avant', body: 'Ancien texte' })
  const path = `/fr/challenges/${challenge.id}/edit`
  const fields = { title: 'Apres', body: 'Nouveau texte', principles: ['digitalisation'], tags: '' }
  expect((await post(facilitator, path, fields)).status).toBe(403)
  await post(author, path, fields)
  expect(await text(get(null, `/fr/challenges/${challenge.id}/apres`))).toContain('Nouveau texte')
  const first = await text(get(null, `/fr/challenges/${challenge.id}/history?version=1`))
  expect(first).toContain('Ancien texte')
  expect((await get(null, `/fr/challenges/${challenge.id}/history?version=99`)).status).toBe(404)
})

test('those who follow a challenge are told of a new thread about it', async () => {
  const [follower, member] = [await aMember(), await aMember()]
  const challenge = await aChallenge()
  await post(follower, `/fr/follows/${challenge.id}`)
  const fields = { title: 'Nouveau fil', body: 'Texte', form: 'discussion', lang: 'fr' }
  await post(member, `/fr/threads/new?challenge=${challenge.id}`, fields)
  expect(await text(get(follower, '/fr/notifications'))).toContain('a lancé une discussion')
  expect(await text(get(null, `/fr/challenges/${challenge.id}/a-title`))).toContain('Nouveau fil')

  await post(follower, '/fr/notifications')
  expect(await text(get(follower, '/fr/notifications'))).not.toContain('Tout marquer comme lu')
  await post(follower, `/fr/follows/${challenge.id}`)
  await post(member, `/fr/threads/new?challenge=${challenge.id}`, { ...fields, title: 'Encore un' })
  expect(await text(get(follower, '/fr/notifications'))).not.toContain('Encore un')
})

test('the list of challenges goes on, page after page, without leaving one out', async () => {
  for (let n = 0; n < 21; n++) await aChallenge({ title: `Serie ${n}.` })
  const first = await text(get(null, '/fr/challenges'))
  const next = /href="\/fr(\/challenges\?after=[^"]+)"/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = await text(get(null, `/fr${next}`))
  const missing = Array.from({ length: 21 }, (_, n) => `Serie ${n}.`).filter(
    (title) => !first.includes(title) && !second.includes(title),
  )
  expect(missing).toEqual([])
  expect(await aThread()).toBeDefined()
})

test('what was taken over from a source shows its summary and its source, and no author', async () => {
  const id = await insertItem(
    db,
    { kind: 'challenge', state: 'published', lang: 'fr', published_at: new Date().toISOString() },
    {
      title: 'Repris',
      summary: 'Un résumé',
      sections: { body: 'Source : [un site](https://a.ma)' },
    },
  )
  await db.insertInto('challenge').values({ item_id: id }).execute()
  await sealItem(db, id, null)
  const html = await (await get(null, `/fr/challenges/${id}/repris`)).text()
  expect(html).toContain('Un résumé')
  expect(html).toContain('href="https://a.ma"')
  expect(html).not.toContain('Ancien membre')
  expect(html).not.toContain('person-line')
})
