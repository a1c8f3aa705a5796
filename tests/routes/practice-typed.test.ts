import { beforeAll, expect, test } from 'vitest'
import { copyOf } from '#app/domain/personal-data/copy.server.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { foldName } from '#app/domain/reference/territories.server.ts'
import { db } from '#db/client.server.ts'
import {
  aChallenge,
  aCollectivity,
  aMember,
  aPractice,
  aSpace,
  aUser,
} from '#tests/support/factories.ts'
import { aCompletePractice, idAfter, revisionOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

const NEW = '/fr/practices/new'

test('all that is typed into a new practice is kept, given back to its author alone, and forgotten once sent', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const typed = await aCompletePractice({
    title: 'Pas encore envoyée',
    principles: ['transparence', PRINCIPLES.at(-1)!],
    tags: ['un mot', 'un autre'],
    year: '2024',
    obstacles_readers: 'public',
    licence: 'CC0 1.0',
  })
  const draft = keyOn(await page(member, NEW), 'practice:-:-')
  expect((await post(member, '/drafts/save', { ...typed, draft })).status).toBe(204)

  const html = await page(member, NEW)
  expect(html).toContain('Vous aviez quitté ce formulaire')
  expect(html).toContain('Saisie conservée le')
  expect(html.match(/name="intent" value="discard"|value="discard"[^>]*name="intent"/g)).toHaveLength(2) // prettier-ignore
  for (const one of ['un mot', 'un autre', 'Pas encore envoyée', '2024']) {
    expect(html).toContain(`value="${one}"`)
  }
  expect(html).toContain('Première **étape**</textarea>')
  expect(chosen(html)).toEqual(
    expect.arrayContaining([...typed.principles, ...typed.challenges, typed.collectivity]),
  )
  expect(html).toMatch(/<option[^>]*selected=""[^>]*>CC0 1.0/)

  for (const elsewhere of [`${NEW}?kind=tool`, NEW]) {
    const who = elsewhere === NEW ? other : member
    expect(await page(who, elsewhere)).not.toContain('Pas encore envoyée')
  }
  expect((await post(member, NEW, { ...typed, tags: [] })).status).toBe(302)
  expect(await kept(member.id)).toEqual([])
  expect(await page(member, NEW)).not.toContain('Pas encore envoyée')
})

test('saving a draft forgets it, and so does throwing it away; what is refused stays kept', async () => {
  const member = await aMember()
  const keep = () => post(member, '/drafts/save', { draft: 'practice:-:-', title: 'Gardée' })
  await keep()
  for (const intent of ['publish', 'preview', 'find']) {
    await post(member, NEW, { intent, title: 'Gardée' })
    expect(await kept(member.id)).toEqual(['practice:-:-'])
  }
  const away = await post(member, NEW, { intent: 'discard', title: 'Gardée' })
  expect([away.status, away.headers.get('location')]).toEqual([302, NEW])
  expect(await kept(member.id)).toEqual([])
  expect(await page(member, NEW)).not.toContain('Gardée')
  await keep()
  await idAfter(await post(member, NEW, { intent: 'draft', title: 'Gardée' }))
  expect(await kept(member.id)).toEqual([])
})

test('what was typed for a space is given back there alone, and not once one may not write there', async () => {
  const member = await aMember()
  const space = await aSpace({ visibility: 'private' }, [member])
  const address = `${NEW}?space=${space.slug}`
  const draft = keyOn(await page(member, address), `practice:-:${space.id}`)
  await post(member, '/drafts/save', { draft, title: 'Pour l’espace' })
  expect(await page(member, NEW)).not.toContain('Pour l’espace')
  expect(await page(member, address)).toContain('Pour l’espace')
  await db.deleteFrom('space_member').where('user_id', '=', member.id).execute()
  const refused = await get(member, address)
  expect([refused.status, await refused.text()]).toEqual([404, expect.not.stringContaining('Pour l’espace')]) // prettier-ignore
})

test('an edit is given back with the revision it began from: what was saved meanwhile is not overwritten', async () => {
  const [author, friend] = [await aUser({ role: 'facilitator' }), await aMember()]
  const whole = await aCompletePractice({ title: 'À deux' })
  const id = await idAfter(await post(author, NEW, whole))
  await post(author, `/fr/practices/${id}/authors`, { handle: friend.handle })
  const edit = `/fr/practices/${id}/edit`
  const revision = await revisionOf(id)
  const mine = { ...whole, summary: 'Ma version', revision }
  const draft = keyOn(await page(author, edit), `edit:${id}`)
  await post(author, '/drafts/save', { ...mine, draft })
  expect(await page(author, edit)).not.toContain('Une autre version')
  expect(await page(friend, edit)).not.toContain('Ma version')

  const theirs = { ...whole, intent: 'save', summary: 'Leur version', revision }
  expect((await post(friend, edit, theirs)).status).toBe(302)
  expect(await kept(author.id)).toEqual([draft])
  const html = await page(author, edit)
  expect(html).toContain('Ma version')
  expect(html).toContain('Une autre version a été enregistrée')
  expect(html).toContain(`name="revision" value="${revision}"`)

  const conflict = await post(author, edit, { ...mine, intent: 'save' })
  const shown = await conflict.text()
  expect(conflict.status).toBe(409)
  // What goes on being typed there would be kept as if it knew the other's text.
  expect(shown).not.toContain('Saisie conservée le')
  expect(await kept(author.id)).toEqual([draft])
  expect(shown).toContain('value="discard"')
  // Nor when the newer revision, which the page with the conflict sends, comes with a preview.
  const newer = { ...mine, revision: await revisionOf(id), intent: 'preview' }
  expect(await (await post(author, edit, newer)).text()).not.toContain('Saisie conservée le')
  await post(author, edit, { ...mine, intent: 'discard' })
  expect(await page(author, edit)).toContain('Leur version')
})

test('a kept edit goes with its practice, and is in nobody’s copy of their data whom the text is closed to', async () => {
  const [author, friend] = [await aUser({ role: 'facilitator' }), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [author, friend])
  const { id } = await aPractice({ author, state: 'draft', space })
  await db.insertInto('co_author').values({ item_id: id, user_id: friend.id }).execute()
  for (const one of [author, friend]) {
    await post(one, '/drafts/save', { draft: `edit:${id}`, title: 'Texte à deux' })
  }
  const copied = async (person: typeof author) => JSON.stringify(await copyOf(db, person))
  expect(await copied(friend)).toContain('Texte à deux')
  await db.deleteFrom('space_member').where('user_id', '=', friend.id).execute()
  expect(await copied(friend)).not.toContain('Texte à deux')
  expect(await copied(author)).toContain('Texte à deux')

  expect((await post(author, '/fr/drafts', { id })).status).toBe(302)
  for (const one of [author, friend]) expect(await kept(one.id)).toEqual([])
})

test('an edit is forgotten once saved, of a draft as of what is published', async () => {
  const author = await aUser({ role: 'facilitator' })
  const whole = await aCompletePractice()
  for (const state of ['draft', 'published'] as const) {
    const { id } = await aPractice({ author, state })
    const fields = { ...whole, intent: state === 'draft' ? 'draft' : 'save' }
    const revision = await revisionOf(id)
    await post(author, '/drafts/save', { ...fields, revision, draft: `edit:${id}` })
    expect(await kept(author.id)).toEqual([`edit:${id}`])
    expect((await post(author, `/fr/practices/${id}/edit`, { ...fields, revision })).status).toBe(302) // prettier-ignore
    expect(await kept(author.id)).toEqual([])
  }
})

test('a search inside the form says how many were found, and its answer stands at its field', async () => {
  const member = await aMember()
  for (const name of ['Tizgui une', 'Tizgui deux', 'Tizgui trois']) await aNamedPlace(name)
  const challenge = await aChallenge({ title: 'Rarissime obstacle' })
  const chosen = await aChallenge({ title: 'Autre chose' })
  const find = async (fields: object, path = NEW) =>
    (await post(member, path, { intent: 'find', ...fields })).text()

  const html = await find({ find_collectivity: 'tizgui', challenges: chosen.id })
  expect(html).toContain('3 collectivités trouvées.')
  expect(html).not.toContain('défis trouvés')
  for (const field of ['collectivity', 'challenges']) {
    expect(html).toMatch(new RegExp(`formaction="#field-${field}"`, 'i'))
    expect(html).toContain(`<fieldset class="fieldset" id="field-${field}"`)
  }
  const searched = { find_challenge: 'rarissime', challenges: chosen.id }
  const one = await find(searched)
  expect(one).toContain('1 défi trouvé.')
  expect(one).toContain(`value="${challenge.id}"`)
  expect(await find(searched, '/ar/practices/new')).toContain('عُثر على تحدٍّ واحد.')
  const none = await find({ find_collectivity: 'xyzxyz', find_challenge: 'xyzxyz' })
  expect(none).toContain('Aucune collectivité ne porte ce nom.')
  expect(none).toContain('Aucun défi ouvert ne contient ces mots.')

  for (let n = 0; n < 10; n++) await aNamedPlace(`Tizgui ${n}`)
  const many = await find({ find_collectivity: 'tizgui' })
  expect(many).toContain('Plus de 12 résultats')
  expect(many.match(/type="radio" name="collectivity"/g)!.length).toBeLessThan(14)
})

test('the browser goes to the preview, and else to the top, where it is said what is wrong', async () => {
  const member = await aMember()
  const preview = (html: string) => html.includes('<section id="preview"')
  const form = await page(member, NEW)
  expect(form).toMatch(/<form id="practice-form" method="post" action="#"/)
  expect(/<button[^>]*value="preview"[^>]*>/.exec(form)![0]).toMatch(/formaction="#preview"/i)
  expect(preview(form)).toBe(false)
  const shown = await post(member, NEW, { intent: 'preview', title: 'À voir' })
  expect(preview(await shown.text())).toBe(true)
  const wrong = await (await post(member, NEW, { intent: 'preview', title: '' })).text()
  expect([preview(wrong), wrong.includes('role="alert"')]).toEqual([false, true])
})

test('dates are taken as people write them, as precise as they are, and what is none is said', async () => {
  const member = await aMember()
  const draft = { intent: 'draft', title: 'Datée' }
  const send = (started_on: string, more = {}) =>
    post(member, NEW, { ...draft, started_on, ...more })
  for (const [typed, kept] of [
    ['15/03/2024', '2024-03-15'],
    ['3/2024', '2024-03'],
    ['2024', '2024'],
    ['2024-03-16', '2024-03-16'],
    ['١٥/٠٤/٢٠٢٤', '2024-04-15'],
  ] as const) {
    const id = await idAfter(await send(typed, { title: `Datée ${typed}`, year: '٢٠٢٣' }))
    const columns = ['started_on', 'year'] as const
    const row = db.selectFrom('practice').where('item_id', '=', id).select(columns)
    expect(await row.executeTakeFirst()).toEqual({ started_on: kept, year: 2023 })
  }
  for (const wrong of ['31/02/2024', '13/2024', '03/15/2024', 'mars 2024', '15/03/24']) {
    const refused = await send(wrong)
    expect([wrong, refused.status]).toEqual([wrong, 422])
    const html = await refused.text()
    expect(html).toContain('2024, 03/2024 ou 15/03/2024.')
    expect(html).toContain(`value="${wrong}"`)
  }
  const backwards = await send('15/03/2024', { ended_on: '02/2024' })
  expect(backwards.status).toBe(422)
})

async function aNamedPlace(name: string) {
  const folded = foldName(name)
  const slug = folded.replaceAll(' ', '-')
  const { code } = await aCollectivity({ code: `16.002.${slug}`, name_fr: name, slug })
  await db.insertInto('collectivity_name').values({ folded, collectivity_code: code }).execute()
}

async function page(who: { id: string }, path: string) {
  const answer = await get(who, path)
  expect(answer.status).toBe(200)
  return answer.text()
}

// The script finds the key among the page's data.
function keyOn(html: string, key: string) {
  expect(html).toContain(key)
  return key
}

function chosen(html: string) {
  const boxes = [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(([tag]) => tag)
  return boxes.map((tag) => /value="([^"]*)"/.exec(tag)![1])
}

async function kept(userId: string) {
  const rows = await db.selectFrom('draft').where('user_id', '=', userId).select('form').execute()
  return rows.map(({ form }) => form)
}
