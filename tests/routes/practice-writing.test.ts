import { beforeAll, expect, test } from 'vitest'
import { CHECKS } from '#app/domain/items/checks.ts'
import { REQUIRED } from '#app/domain/practices/practices.limits.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { approve, giveBack } from '#app/http/practice-review.server.ts'
import { db } from '#db/client.server.ts'
import { aCollectivity, aMember, aSpace, aUser } from '#tests/support/factories.ts'
import { aCompletePractice, idAfter, revisionOf, stateOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

test('without a seat the page says how to ask for one, and nothing can be written', async () => {
  const account = await aUser()
  const page = await get(account, '/fr/practices/new')
  expect(await page.text()).toContain('une fonction confirmée')
  expect((await post(account, '/fr/practices/new', await aCompletePractice())).status).toBe(403)
  expect((await get(null, '/fr/practices/new')).headers.get('location')).toContain('/login')
})

test('a form that is not complete comes back with every error and all that was typed', async () => {
  const member = await aMember()
  const answer = await post(member, '/fr/practices/new', {
    intent: 'publish',
    title: '',
    lessons: 'Ce que j’ai appris',
    cost: 'Vingt mille',
    year: '99',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const kept of ['Ce que j’ai appris', 'Vingt mille']) expect(html).toContain(kept)
  for (const error of ['Cochez au moins un défi', 'Indiquez l’état', 'en quatre chiffres']) {
    expect(html).toContain(error)
  }
})

test('nothing is published before all three points were checked; that they were stands in the log', async () => {
  const [member, whole] = [await aMember(), await aCompletePractice({ title: 'Presque prêt' })]
  const answer = await post(member, '/fr/practices/new', { ...whole, checked: ['exempted'] })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('id="field-checked-error"')
  expect(html).toContain('value="Presque prêt"')
  expect(/<input[^>]*value="exempted"[^>]*>/.exec(html)?.[0]).toContain('checked=""')
  const draft = { ...whole, intent: 'draft', checked: [] }
  expect((await post(member, '/fr/practices/new', draft)).status).toBe(302)

  const id = await idAfter(await post(member, '/fr/practices/new', whole))
  const logged = await db
    .selectFrom('audit')
    .where('subject_id', '=', id)
    .select(['verb', 'actor_id', 'detail'])
    .execute()
  const detail = JSON.stringify({ checked: CHECKS })
  expect(logged).toEqual([{ verb: 'publishing_checked', actor_id: member.id, detail }])
})

test('the form asks for eight answers, all else is folded away, and eight answers publish', async () => {
  const facilitator = await aMember({ role: 'facilitator' })
  const { intent, checked, ...eight } = await aCompletePractice({ title: 'En huit réponses' })
  const html = await (await get(facilitator, '/fr/practices/new')).text()
  const unfolded = html
    .slice(html.indexOf('practice-form'), html.indexOf('practice-submit'))
    .replaceAll(/<details[^]*?<\/details>/g, '')
  const controls = [...unfolded.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
  const asked = controls
    .filter((tag) => !tag.includes('type="hidden"'))
    .map((tag) => /name="(\w+)"/.exec(tag)![1]!)
  // What finds a place or a challenge is no answer, and the three points are checked by whoever publishes.
  const answers = new Set(asked.filter((name) => !/^find_|^checked$/.test(name)))
  expect(REQUIRED).toHaveLength(8)
  expect([...answers].sort()).toEqual([...REQUIRED].sort())

  const { lang: _, ...typed } = eight
  expect(Object.keys(typed).sort()).toEqual([...REQUIRED].sort())
  const id = await idAfter(
    await post(facilitator, '/fr/practices/new', { intent, checked, ...typed }),
  )
  expect(await stateOf(id)).toBe('published')
})

test('those who write it are told what would help readers most, with a way to it; readers are not', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const whole = await aCompletePractice({ title: 'À compléter', results: 'Deux fois plus vite' })
  const id = await idAfter(await post(facilitator, '/fr/practices/new', whole))
  const page = async (who: { id: string } | null) => {
    const moved = await get(who, `/fr/practices/${id}`)
    return (await get(who, moved.headers.get('location')!)).text()
  }
  const own = await page(facilitator)
  expect(own).toContain('1 sur 14 rubriques facultatives remplies')
  expect(own).toContain(`href="/fr/practices/${id}/edit?open=cost#field-cost"`)
  expect(own).not.toContain('open=results')
  for (const reader of [null, await aMember(), await aUser({ role: 'facilitator' })]) {
    const html = await page(reader)
    expect(html).not.toContain('<meter')
    expect(html).not.toContain('rubriques facultatives')
  }
  const edit = await (await get(facilitator, `/fr/practices/${id}/edit?open=cost`)).text()
  expect(edit).toContain('href="#field-cost"')
  const around = edit.slice(0, edit.indexOf('id="field-cost"')).split('<details').at(-1)!
  expect(around).toMatch(/^[^>]*open=""/)
})

test('what is sent twice, even at once, is there once; a draft of it is another thing', async () => {
  const member = await aMember()
  const whole = await aCompletePractice({ title: 'Envoyée deux fois' })
  const send = (fields: object) => post(member, '/fr/practices/new', { ...whole, ...fields })
  const draft = { intent: 'draft', checked: [] }
  const ids: string[][] = []
  for (const fields of [draft, {}, { lessons: 'Une autre leçon' }]) {
    const answers = await Promise.all([send(fields), send(fields)])
    ids.push(await Promise.all(answers.map(idAfter)))
  }
  for (const [one, two] of ids) expect(two).toBe(one)
  expect(new Set(ids.flat()).size).toBe(3)
  const written = db.selectFrom('item').where('author_id', '=', member.id).select('state')
  const states = (await written.execute()).map(({ state }) => state)
  expect(states.sort()).toEqual(['draft', 'submitted', 'submitted'])
})

test('an unknown tag is refused and kept', async () => {
  const answer = await post(await aMember(), '/fr/practices/new', {
    intent: 'draft',
    title: 'Un titre',
    tags: ['mot inconnu'],
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="mot inconnu"')
})

test('a search inside the form loses nothing and finds a collectivity', async () => {
  const { code } = await aCollectivity({ code: '16.002.01.01', name_fr: 'Asilah' })
  await db
    .insertInto('collectivity_name')
    .values({ folded: 'asilah', collectivity_code: code })
    .execute()
  const answer = await post(await aMember(), '/fr/practices/new', {
    intent: 'find',
    title: 'Mon titre en cours',
    find_collectivity: 'asil',
  })
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('Mon titre en cours')
  expect(html).toContain(`value="${code}"`)
})

test('the preview shows the page and writes nothing', async () => {
  const member = await aMember()
  const count = async () => (await db.selectFrom('item').select('id').execute()).length
  const fields = await aCompletePractice({ intent: 'preview' })
  const before = await count()
  const answer = await post(member, '/fr/practices/new', fields)
  expect(await answer.text()).toContain('<strong>étape</strong>')
  expect(await count()).toBe(before)
})

test('a draft is for its author, in drafts and nowhere else', async () => {
  const member = await aMember()
  const id = await idAfter(
    await post(member, '/fr/practices/new', { intent: 'draft', title: 'À peine commencé' }),
  )
  expect(await stateOf(id)).toBe('draft')
  expect(await (await get(member, '/fr/drafts')).text()).toContain('À peine commencé')
  const stranger = await aMember()
  expect(await (await get(stranger, '/fr/drafts')).text()).not.toContain('À peine commencé')
  expect((await post(stranger, '/fr/drafts', { id })).status).toBe(404)
  expect((await post(member, '/fr/drafts', { id })).status).toBe(302)
  expect(await stateOf(id)).toBeUndefined()
})

test('the first practice is reviewed, the next ones are published at once', async () => {
  const [member, facilitator] = [await aMember(), await aUser({ role: 'facilitator' })]
  const first = await idAfter(await post(member, '/fr/practices/new', await aCompletePractice()))
  expect(await stateOf(first)).toBe('submitted')
  expect((await get(null, `/fr/practices/${first}`)).status).toBe(404)
  const queue = await get(facilitator, '/fr/moderation?kind=practices')
  expect(await queue.text()).toContain(`/fr/practices/${first}`)

  expect(await approve(await aMember(), first)).toBeUndefined()
  expect(await approve(facilitator, first)).toMatchObject({ id: first })
  expect(await stateOf(first)).toBe('published')
  const second = await idAfter(await post(member, '/fr/practices/new', await aCompletePractice()))
  expect(await stateOf(second)).toBe('published')
})

test('a practice is given back with a note, by notification and by mail', async () => {
  const [member, facilitator] = [await aMember(), await aUser({ role: 'facilitator' })]
  const id = await idAfter(await post(member, '/fr/practices/new', await aCompletePractice()))
  await giveBack(facilitator, id, 'Précisez les étapes')
  expect(await stateOf(id)).toBe('draft')
  expect((await get(facilitator, `/fr/practices/${id}/edit`)).status).toBe(404)
  const of = { user_id: member.id, item_id: id }
  const told = await db
    .selectFrom('notification')
    .where((eb) => eb.and(of))
    .selectAll()
    .execute()
  const mail = await db
    .selectFrom('mail')
    .where((eb) => eb.and(of))
    .selectAll()
    .execute()
  expect(told).toMatchObject([{ kind: 'returned', note: 'Précisez les étapes' }])
  expect(mail).toHaveLength(1)
  expect(mail[0]!.body).toContain('Précisez les étapes')
})

test('in a private space a member publishes at once, for its members', async () => {
  const [owner, member] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, member])
  const address = `/fr/practices/new?space=${space.slug}`
  expect((await get(await aMember(), address)).status).toBe(404)
  expect((await post(await aMember(), address, await aCompletePractice())).status).toBe(404)
  const id = await idAfter(await post(member, address, await aCompletePractice()))
  expect(await stateOf(id)).toBe('published')
  expect((await get(null, `/fr/practices/${id}`)).status).toBe(404)
  // What only a closed group has read is no accepted practice.
  const other = await idAfter(await post(member, '/fr/practices/new', await aCompletePractice()))
  expect(await stateOf(other)).toBe('submitted')
})

test('of two tabs the second is shown both texts and asked', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const id = await idAfter(await post(facilitator, '/fr/practices/new', await aCompletePractice()))
  const revision = await revisionOf(id)
  const save = async (summary: string, from: string) =>
    post(
      facilitator,
      `/fr/practices/${id}/edit`,
      await aCompletePractice({ intent: 'save', summary, revision: from }),
    )
  expect((await save('Première main', revision)).status).toBe(302)
  const conflict = await save('Seconde main', revision)
  const html = await conflict.text()
  expect(conflict.status).toBe(409)
  expect(html).toContain('Première')
  expect(html).toContain('Seconde main')
  const latest = await revisionOf(id)
  expect(html).toContain(`name="revision" value="${latest}"`)
  expect((await save('Seconde main', latest)).status).toBe(302)
})

test('what is public must stay complete', async () => {
  const facilitator = await aUser({ role: 'facilitator' })
  const id = await idAfter(await post(facilitator, '/fr/practices/new', await aCompletePractice()))
  const fields = await aCompletePractice({
    intent: 'save',
    lessons: '',
    revision: await revisionOf(id),
  })
  expect((await post(facilitator, `/fr/practices/${id}/edit`, fields)).status).toBe(422)
})

test('revisions are compared and restored; those of drafts are for the authors', async () => {
  const author = await aUser({ role: 'facilitator' })
  const draft = await aCompletePractice({ intent: 'draft', steps: 'Notes privées' })
  const id = await idAfter(await post(author, '/fr/practices/new', draft))
  const publish = await aCompletePractice({
    steps: 'Étape publique',
    revision: await revisionOf(id),
  })
  await post(author, `/fr/practices/${id}/edit`, publish)
  const edit = { ...publish, intent: 'save', steps: 'Étape revue', revision: await revisionOf(id) }
  await post(author, `/fr/practices/${id}/edit`, edit)

  const history = `/fr/practices/${id}/history?from=1&to=3`
  expect(await (await get(author, history)).text()).toContain('privées')
  for (const who of [null, await aMember(), await aUser({ role: 'admin' })]) {
    const html = await (await get(who, history)).text()
    expect(html).toContain('revue')
    expect(html).not.toContain('privées')
  }
  const admin = await aUser({ role: 'admin' })
  expect((await post(admin, `/fr/practices/${id}/history`, { number: '1' })).status).toBe(404)
  expect((await post(author, `/fr/practices/${id}/history`, { number: '2' })).status).toBe(302)
  expect((await get(null, `/fr/practices/${id}/-`, {})).status).toBe(301)
  const html = await (await get(null, `/fr/practices/${id}/des-reunions`)).text()
  expect(html).toContain('Étape publique')
  expect(await revisionOf(id)).toBe('4')
})

test('what was posted after the session ended is given back after signing in', async () => {
  const member = await aMember()
  const answer = await post(
    null,
    '/fr/practices/new',
    await aCompletePractice({ title: 'Gardé pour moi' }),
  )
  const kept = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('kept='))!
  const page = await get(member, '/fr/practices/new', { cookie: kept.split(';')[0] })
  const html = await page.text()
  expect(html).toContain('Gardé pour moi')
  expect(html).toContain('Votre connexion avait expiré')
})
