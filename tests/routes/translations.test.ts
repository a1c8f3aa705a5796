import { expect, test } from 'vitest'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { sealItem } from '#app/domain/items/write.server.ts'
import { noteChanges } from '#app/domain/practices/translations.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import { aMember, aPractice, aSpace, aUser, changeItem } from '#tests/support/factories.ts'
import { revisionOf } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

type Who = { id: string } | null

test('a member who did not write it translates a public practice, and is named for it at once', async () => {
  const [author, translator] = [await aMember(), await aMember({ name: 'Touda' })]
  const { id } = await aPractice({ author, title: 'Budget ouvert', lang: 'fr' })
  expect((await translate(translator, id, { title: 'Open budget', steps: 'First' })).status).toBe(
    302,
  )
  const page = await read(null, `/en/practices/${id}/open-budget`)
  expect(page).toContain('Translation not reviewed')
  expect(page).toContain(`/people/${translator.handle}`)
  expect(page).toContain('Transl. Touda.')
  const bibtex = await read(null, `/en/practices/${id}/export?as=bibtex&version=en`)
  expect(bibtex).toContain('translator = {{Touda}}')
  expect(await read(null, `/en/practices/${id}/export?as=ris&version=en`)).toContain('A4  - Touda,')
  const french = await read(null, `/fr/practices/${id}/budget-ouvert`)
  expect(french).not.toContain('Touda')
})

test('who may not translate: a visitor signs in, an account without a seat is refused, an outsider finds nothing', async () => {
  const [owner, outsider] = [await aMember(), await aMember()]
  const open = await aPractice({ author: owner, title: 'Ouverte', lang: 'fr' })
  const path = `/fr/practices/${open.id}/translations/en`
  expect((await get(null, path)).headers.get('location')).toContain('/login')
  for (const answer of [await get(await aUser(), path), await post(await aUser(), path, {})]) {
    expect(answer.status).toBe(403)
  }
  const space = await aSpace({ visibility: 'private' }, [owner])
  const closed = await aPractice({ author: owner, space, title: 'Secrète', lang: 'fr' })
  for (const part of ['', '/en', '/en/review']) {
    const [hidden, absent] = [closed.id, newId()].map(
      (one) => `/fr/practices/${one}/translations${part}`,
    )
    expect((await get(outsider, hidden!)).status).toBe(404)
    expect((await post(outsider, hidden!, asking(outsider, 'en'))).status).toBe(404)
    expect((await get(outsider, absent!)).status).toBe(404)
  }
  expect((await translate(owner, closed.id, { title: 'Secret' })).status).toBe(302)
})

test('what there is already is mended by its translator, its authors and trainers, and by nobody else', async () => {
  const [author, translator, other] = [await aMember(), await aMember({ name: 'Touda' }), await aMember()] // prettier-ignore
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr' })
  await translate(translator, id, { title: 'One' })
  expect((await translate(other, id, { title: 'Mine now' })).status).toBe(403)
  const draft = await aPractice({ author, title: 'Ébauche', lang: 'fr', state: 'draft' })
  expect((await translate(other, draft.id, { title: 'Draft' })).status).toBe(404)
  expect((await translate(translator, id, { title: 'One, better' })).status).toBe(302)
  expect((await translate(author, id, { title: 'One, best' })).status).toBe(302)
  expect((await translate(await aTrainer(), id, { title: 'One, at last' })).status).toBe(302)
  const page = await read(null, `/en/practices/${id}/one-at-last`)
  expect(page).toContain('Transl. Touda.')
})

test('when the original changes a version is out of date, the change is shown, and bringing it up ends it', async () => {
  const [author, translator, other] = [await aMember(), await aMember(), await aMember()]
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr', body: 'Trois réunions' })
  await translate(translator, id, { title: 'One', steps: 'Three meetings' })
  await change(id, { steps: 'Six réunions' })
  expect(await read(null, `/en/practices/${id}/one`)).toContain('The original has changed since')
  const form = await read(other, `/en/practices/${id}/translations/en`)
  expect(form).toMatch(/<del>.*Trois<\/del>.*<ins>.*Six<\/ins>/)
  expect(await read(other, '/en/translations?into=en')).toContain(
    `/practices/${id}/translations/en`,
  )
  expect(await read(other, '/en/translations?into=ar')).not.toContain(id)

  await translate(other, id, { title: 'One', steps: 'Six meetings' })
  const page = await read(null, `/en/practices/${id}/one`)
  expect(page).not.toContain('The original has changed since')
  expect(page).toContain(`/people/${other.handle}`)
  expect(await read(other, '/en/translations?into=en')).not.toContain(id)
})

test('saving without a change says that it still holds; what is put back was never changed', async () => {
  const [author, translator] = [await aMember(), await aMember({ name: 'Touda' })]
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr', body: 'Trois' })
  const text = { title: 'One', steps: 'Three' }
  await translate(translator, id, text)
  await change(id, { steps: 'Trois.' })
  expect(await stateOf(id)).toEqual(['steps'])
  await change(id, { steps: 'Trois' })
  expect(await stateOf(id)).toEqual([])
  await change(id, { steps: 'Trois !' })
  await translate(author, id, text)
  expect(await stateOf(id)).toEqual([])
  expect(await read(null, `/en/practices/${id}/one`)).toContain('Transl. Touda.')
})

test('strangers do not learn that a part for members has changed', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr' })
  await change(id, { obstacles: 'Un mur' })
  await db
    .updateTable('practice')
    .set({ obstacles_readers: 'network' })
    .where('item_id', '=', id)
    .execute()
  await translate(author, id, { title: 'One', obstacles: 'A wall' })
  const paths = [`/en/practices/${id}/one`, `/en/practices/${id}/translations`]
  const pages = async (who: Who) => Promise.all(paths.map((path) => read(who, path)))
  const before = await pages(null)
  await change(id, { obstacles: 'Un très grand mur' })
  expect(await pages(null)).toEqual(before)
  const stranger = await aUser()
  for (const page of await pages(stranger)) {
    expect(page).not.toContain('The original has changed since')
  }
  for (const page of await pages(await aMember())) {
    expect(page).toContain('The original has changed since')
  }
})

test('a version is reviewed by somebody else than its translator, as both stood, and a change ends it', async () => {
  const [author, translator, trainer] = [await aMember(), await aMember(), await aTrainer()]
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr' })
  await translate(translator, id, { title: 'One' })
  const review = async (who: { id: string }, revision?: string) =>
    post(who, `/en/practices/${id}/translations/en/review`, {
      revision: revision ?? (await revisionOf(id)),
    })
  expect((await review(translator)).status).toBe(403)
  expect((await review(await aMember())).status).toBe(403)
  const old = await review(trainer, '1')
  expect(old.headers.get('location')).toContain('/translations/en')
  expect(await read(null, `/en/practices/${id}/one`)).toContain('not reviewed')
  expect((await review(trainer)).status).toBe(302)
  expect((await review(author)).status).toBe(302)
  const page = await read(null, `/en/practices/${id}/one`)
  expect(page).toContain('Translation reviewed')
  expect(page).toContain(trainer.name)
  await translate(translator, id, { title: 'One!' })
  expect(await read(null, `/en/practices/${id}/one`)).toContain('not reviewed')
})

test('a collectivity asks once for a language; a version ends it, and those who asked are told', async () => {
  const [asker, translator, account] = [await aMember(), await aMember(), await aUser()]
  const colleague = await aMember({ seat: asker.seats[0]!.collectivity_code! })
  const { id } = await aPractice({ title: 'Une', lang: 'fr' })
  const path = `/fr/practices/${id}/translations`
  expect((await post(account, path, asking(asker, 'zgh'))).status).toBe(403)
  expect((await post(asker, path, asking(translator, 'zgh'))).status).toBe(403)
  expect((await post(asker, path, { lang: 'xx', seat: asker.seats[0]!.id })).status).toBe(403)
  for (let twice = 0; twice < 2; twice++) {
    expect((await post(asker, path, asking(asker, 'zgh'))).status).toBe(302)
  }
  const said = await read(null, `/fr/practices/${id}/une`)
  expect(said).toContain('1 collectivité demande ce texte en')
  expect(await read(translator, '/fr/translations')).toContain(`/practices/${id}/translations/zgh`)
  expect(await read(translator, '/fr/translations?into=en')).not.toContain(id)
  expect((await get(account, '/fr/translations')).status).toBe(403)

  await translate(translator, id, { title: 'ⵢⴰⵏ' }, 'zgh')
  expect(await read(null, `/fr/practices/${id}/une`)).not.toContain('demande ce texte')
  expect(await read(asker, '/fr/notifications')).toContain('a traduit ce que votre collectivité')
  expect(await read(colleague, '/fr/notifications')).not.toContain('a traduit ce que')
  await post(asker, path, asking(asker, 'zgh'))
  expect(await wishes(id)).toEqual([])
})

test('a request is taken back, and nobody hears of what they may not read any more', async () => {
  const [owner, asker] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [owner, asker])
  const { id } = await aPractice({ author: owner, space, title: 'Dedans', lang: 'fr' })
  const path = `/fr/practices/${id}/translations`
  await post(asker, path, asking(asker, 'en'))
  await post(asker, path, { ...asking(asker, 'en'), undo: '1' })
  expect(await wishes(id)).toEqual([])
  await post(asker, path, asking(asker, 'en'))
  const outsider = await aMember({ role: 'facilitator' })
  for (const who of [outsider, await aMember()]) {
    expect(await read(who, '/fr/translations')).not.toContain(id)
  }
  expect(await read(owner, '/fr/translations')).toContain(id)
  await db.deleteFrom('space_member').where('user_id', '=', asker.id).execute()
  expect(await read(asker, '/fr/translations')).not.toContain(id)
  await translate(owner, id, { title: 'Inside' })
  const told = await db
    .selectFrom('notification')
    .where('user_id', '=', asker.id)
    .select('id')
    .execute()
  expect(told).toEqual([])
})

test('what was hidden since waits for nobody', async () => {
  const [asker, member] = [await aMember(), await aMember()]
  const { id } = await aPractice({ title: 'Une', lang: 'fr' })
  await post(asker, `/fr/practices/${id}/translations`, asking(asker, 'en'))
  await changeItem(id, { hidden_at: new Date().toISOString() })
  expect(await read(member, '/fr/translations')).not.toContain(id)
  const facilitator = await aMember({ role: 'facilitator' })
  expect(await read(facilitator, '/fr/translations')).not.toContain(id)
})

test('terms of the vocabulary are named in the other language beside the field, without a script', async () => {
  await aTerm({ fr: 'Budget participatif', ar: 'الميزانية التشاركية' })
  const { id } = await aPractice({
    title: 'Notre budget participatif',
    lang: 'fr',
    body: 'Les budgets participatifs des communes',
  })
  const form = await read(await aMember(), `/fr/practices/${id}/translations/ar`)
  expect(form).toContain('<mark>budget participatif</mark>')
  expect(form).toMatch(/<dd lang="ar" dir="rtl"><bdi>الميزانية التشاركية<\/bdi>/)
  const english = await read(await aMember(), `/fr/practices/${id}/translations/en`)
  expect(english).not.toContain('<mark>')
})

test('wrong input is refused beside its field with all that was typed; a wrong language is not there', async () => {
  const member = await aMember()
  const { id } = await aPractice({ title: 'Une', lang: 'fr' })
  const refused = await translate(member, id, { title: '', steps: 'Typed before' })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain('id="field-title-error"')
  expect(html).toContain('Typed before')
  const preview = await translate(member, id, { title: 'Seen', steps: '**bold**', intent: 'preview' }) // prettier-ignore
  expect(await preview.text()).toContain('<strong>bold</strong>')
  const late = await translate(member, id, { title: 'Late', steps: 'Kept', revision: '0' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Kept')
  for (const lang of ['fr', 'xx']) {
    expect((await get(member, `/fr/practices/${id}/translations/${lang}`)).status).toBe(404)
  }
})

test('the former address of a version leads to it, and writes nothing over the original', async () => {
  const author = await aMember()
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr' })
  const path = `/fr/practices/${id}/edit?version=en`
  for (const answer of [await get(author, path), await post(author, path, { title: 'One' })]) {
    expect(answer.headers.get('location')).toBe(`/fr/practices/${id}/translations/en`)
  }
  expect(await read(null, `/fr/practices/${id}/une`)).toContain('Une')
})

test('readers are told in which language they read, and that theirs is missing', async () => {
  const { id } = await aPractice({ title: 'Une', lang: 'fr' })
  expect(await read(null, `/ar/practices/${id}/une`)).toContain('هذا هو النص الأصلي')
  expect(await read(null, `/fr/practices/${id}/une`)).not.toContain('texte d’origine')
})

test('a restored revision forgets the version that it does not have, and that any was reviewed', async () => {
  const [author, trainer] = [await aMember(), await aTrainer()]
  const { id } = await aPractice({ author, title: 'Une', lang: 'fr' })
  await translate(author, id, { title: 'One' })
  const revision = await revisionOf(id)
  await post(trainer, `/en/practices/${id}/translations/en/review`, { revision })
  await post(author, `/fr/practices/${id}/history`, { number: '1' })
  expect(
    await db.selectFrom('translation').where('item_id', '=', id).selectAll().execute(),
  ).toEqual([])
  await post(author, `/fr/practices/${id}/history`, { number: revision })
  expect(await read(null, `/en/practices/${id}/one`)).toContain('not reviewed')
})

async function read(who: Who, path: string) {
  const answer = await get(who, path)
  return (answer.status === 301 ? await get(who, answer.headers.get('location')!) : answer).text()
}

async function translate(
  who: { id: string },
  id: string,
  fields: Record<string, string>,
  lang = 'en',
) {
  const revision = await revisionOf(id)
  return post(who, `/en/practices/${id}/translations/${lang}`, { revision, ...fields })
}

// As its authors save the original.
async function change(id: ReadableId, sections: Record<string, string>) {
  const before = Number(await revisionOf(id))
  await db.transaction().execute(async (trx) => {
    await writeTexts(trx, id, 'fr', { sections })
    await sealItem(trx, id, null)
    await noteChanges(trx, { id, lang: 'fr' }, before)
  })
}

async function stateOf(id: string) {
  const row = await db
    .selectFrom('translation')
    .where('item_id', '=', id)
    .select('changed')
    .executeTakeFirstOrThrow()
  return JSON.parse(row.changed) as string[]
}

function wishes(id: string) {
  return db.selectFrom('translation_wish').where('item_id', '=', id).selectAll().execute()
}

function asking(who: { seats: { id: string }[] }, lang: string) {
  return { lang, seat: who.seats[0]!.id }
}

async function aTrainer() {
  const person = await aMember({ name: 'Tacherfit' })
  await db
    .updateTable('seat')
    .set({ function: 'trainer', collectivity_code: null })
    .where('user_id', '=', person.id)
    .execute()
  return person
}

async function aTerm(labels: Record<'fr' | 'ar', string>) {
  const id = newId()
  await db
    .insertInto('concept')
    .values({ id, slug: `term-${id}` })
    .execute()
  for (const lang of ['fr', 'ar'] as const) {
    const label = labels[lang]
    await db
      .insertInto('concept_label')
      .values({ concept_id: id, lang, label, folded: label.toLowerCase(), preferred: 1 })
      .execute()
  }
}
