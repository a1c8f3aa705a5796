import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { copyOf } from '#app/domain/personal-data/copy.server.ts'
import { eraseAccount } from '#app/domain/personal-data/erasure.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { db } from '#db/client.server.ts'
import fr from '#locales/fr.json'
import { docx, pdf, utf8, xlsx } from '#tests/domain/imports/made-files.ts'
import { aChallenge, aCollectivity, aMember, aSpace, aUser } from '#tests/support/factories.ts'
import { guessedTargets, importFile, uploadImport } from '#tests/support/imports.ts'
import { get, post } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

const TWO = utf8('Titre;Résumé;Bureau\nBudget ouvert;En bref;B12\nAutre;Court;B13\n')

test('a table becomes drafts of one’s own, step by step, and nothing is public', async () => {
  const member = await aMember()
  const id = await uploadImport(member, TWO)
  const mapping = await (await get(member, `/fr/practices/import/${id}`)).text()
  expect(mapping).toContain('Budget ouvert')
  expect(await guessedTargets(member, id)).toEqual(['title', 'summary', 'rest'])
  expect((await get(member, `/fr/practices/import/${id}/check`)).headers.get('location')).toBe(`/fr/practices/import/${id}`) // prettier-ignore

  const target = ['title', 'summary', 'rest']
  const code = (await aCollectivity()).code
  const choice = { target, lang: 'fr', collectivity: code }
  const to = await post(member, `/fr/practices/import/${id}`, choice)
  const check = await (await get(member, to.headers.get('location')!)).text()
  expect(check).toContain('Créer 2 brouillons')
  expect(check).toContain(fr.practices.missing.lessons)
  expect(await draftsOf(member)).toEqual([])

  const made = await post(member, `/fr/practices/import/${id}/check`)
  const list = await (await get(member, made.headers.get('location')!)).text()
  const drafts = await draftsOf(member)
  expect(drafts.map(({ title, state }) => [title, state])).toEqual([
    ['Budget ouvert', 'draft'],
    ['Autre', 'draft'],
  ])
  for (const draft of drafts) expect(list).toContain(`/practices/${draft.id}/edit`)
  expect(drafts[0]).toMatchObject({ collectivity_code: code, seat_id: member.seats[0]!.id })
  expect(drafts[0]!.context).toBe('**Bureau**\n\nB12')
  expect(await (await get(null, '/fr/practices')).text()).not.toContain('Budget ouvert')
})

test('pressed twice, even at once, nothing is made twice; nor of a draft that was thrown away', async () => {
  const member = await aMember()
  const id = await uploadImport(member, TWO)
  await post(member, `/fr/practices/import/${id}`, { target: ['title', 'summary', 'rest'] })
  await Promise.all([1, 2, 3].map(() => post(member, `/fr/practices/import/${id}/check`)))
  const drafts = await draftsOf(member)
  expect(drafts).toHaveLength(2)
  await post(member, '/fr/drafts', { id: drafts[0]!.id })
  await post(member, `/fr/practices/import/${id}/check`)
  expect(await draftsOf(member)).toHaveLength(1)
  // Forgetting the file leaves what was made of it.
  expect((await post(member, `/fr/practices/import/${id}/remove`)).status).toBe(302)
  expect(await draftsOf(member)).toHaveLength(1)
  expect((await get(member, `/fr/practices/import/${id}`)).status).toBe(404)
})

test('every problem is named by its row and field, and nothing that was typed is lost', async () => {
  const member = await aMember()
  await aChallenge({ title: 'Un défi connu' })
  const rows = [
    ['Titre', 'Collectivité', 'Principes', 'Défis', 'État', 'Début', 'Fin', 'Lien', 'Mots-clés', 'Notes'],
    ['Tout faux', 'Commune de Nulle Part', 'Transparence ; Magie', 'Un défi connu', 'Presque', '31/02/2024', '2024', 'pas une adresse', 'inconnu', 'À part'],
    ['', '', '', '', '', '', '', '', '', 'Sans titre, mais dit'],
    ['Dates', '', '', '', '', '٢٠٢٤/٠٥/١٣', '2023', '', '', ''],
  ] // prettier-ignore
  const id = await uploadImport(member, xlsx({ a: rows }), 'a.xlsx')
  const target = await guessedTargets(member, id)
  expect(target).toEqual(['title', 'collectivity', 'principles', 'challenges', 'stage', 'started_on', 'ended_on', 'source_url', 'tags', 'rest']) // prettier-ignore
  await post(member, `/fr/practices/import/${id}`, { target, lang: 'fr' })
  const html = await (await get(member, `/fr/practices/import/${id}/check`)).text()
  for (const said of [
    'Ligne 2',
    'Écrivez la date',
    'http://',
    'est écartée',
    'Ligne 3',
    'La fin précède',
  ]) {
    expect.soft(html, said).toContain(said)
  }
  const out = await (await get(member, `/fr/practices/import/${id}/check?show=out`)).text()
  expect(out).toContain('Sans titre, mais dit')
  expect(out).not.toContain('Tout faux')

  await post(member, `/fr/practices/import/${id}/check`)
  const [first, second] = await draftsOf(member)
  for (const kept of [
    'Nulle Part',
    'Magie',
    'Presque',
    '31/02/2024',
    'pas une adresse',
    'inconnu',
    'À part',
  ]) {
    expect.soft(first!.context, kept).toContain(kept)
  }
  expect(first).toMatchObject({ title: 'Tout faux', ended_on: '2024', started_on: null })
  expect(second).toMatchObject({ title: 'Dates', started_on: '2024-05-13', ended_on: null })
  expect(second!.context).toBe('**Fin**\n\n2023')
})

test('a member makes drafts for a collectivity of their own seats, a facilitator for any', async () => {
  const away = await aCollectivity({ code: '16.001.01.02', name_fr: 'Ailleurs', slug: 'ailleurs' })
  const file = utf8(`Titre,collectivity_code\nLà-bas,${away.code}\n`)
  const [member, facilitator] = [await aMember(), await aUser({ role: 'facilitator' })]
  await importFile(member, file)
  await importFile(facilitator, file)
  const [own] = await draftsOf(member)
  expect(own).toMatchObject({ collectivity_code: null })
  expect(own!.context).toContain(away.code)
  expect((await draftsOf(facilitator))[0]).toMatchObject({ collectivity_code: away.code })
})

test.each([
  ['Word', () => docx([{ heading: 'الميزانية التشاركية' }, { text: 'تجربة أولى' }, { heading: 'السياق' }, { text: 'كانت الجماعة تبحث' }, { row: ['الدروس المستخلصة', 'الرد على الجميع'] }, { heading: 'ملاحظات' }, { text: 'شيء آخر' }])], // prettier-ignore
  ['PDF', () => pdf([['الميزانية التشاركية', 20], ['تجربة أولى', 11], ['السياق', 16], ['كانت الجماعة تبحث', 11], ['الدروس المستخلصة', 16], ['الرد على الجميع', 11], ['ملاحظات', 16], ['شيء آخر', 11]])], // prettier-ignore
])('an Arabic sheet in %s becomes one draft, part by part', async (_, make) => {
  const member = await aMember()
  const id = await uploadImport(member, make(), 'fiche')
  const page = await (await get(member, `/ar/practices/import/${id}`)).text()
  expect(page).toContain('ملاحظات')
  const target = await guessedTargets(member, id)
  expect(target).toEqual(['title', 'summary', 'context', 'lessons', 'rest'])
  await post(member, `/ar/practices/import/${id}`, { target, lang: 'ar' })
  await post(member, `/ar/practices/import/${id}/check`)
  const [draft] = await draftsOf(member)
  expect(draft).toMatchObject({ title: 'الميزانية التشاركية', summary: 'تجربة أولى', lang: 'ar' })
  expect(draft).toMatchObject({
    lessons: 'الرد على الجميع',
    context: 'كانت الجماعة تبحث\n\n**ملاحظات**\n\nشيء آخر',
  })
})

test('a file that cannot be read comes back with a reason, beside its field', async () => {
  const member = await aMember()
  for (const [bytes, said] of [
    [new Uint8Array(), 'Choisissez un fichier'],
    [utf8('a,b\n"1,2\n'), 'guillemet'],
    [
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]),
      'CSV, XLSX, DOCX ou PDF',
    ],
  ] as const) {
    const file = new File([bytes as Uint8Array<ArrayBuffer>], 'x')
    const answer = await post(member, '/fr/practices/import', { file })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  }
  expect((await post(member, '/fr/practices/import', { file: 'no file' })).status).toBe(422)
})

test('whatever a mapping says, it is one; what it does not say is kept', async () => {
  const member = await aMember()
  const id = await uploadImport(member, TWO)
  for (const fields of [
    {},
    { target: ['__proto__', 'nonsense'] },
    { target: Array.from({ length: 300 }, () => 'title'), lang: 'xx', collectivity: 'zz' },
  ]) {
    expect((await post(member, `/fr/practices/import/${id}`, fields as never)).status).toBe(302)
    expect((await get(member, `/fr/practices/import/${id}/check?after=-1&show=x`)).status).toBe(200)
  }
})

test('what one person brought is there for nobody else, and writing needs a seat', async () => {
  const [member, other] = [await aMember(), await aMember()]
  const id = await importFile(member, TWO)
  const facilitator = await aUser({ role: 'facilitator' })
  const paths = ['', '/check', '/drafts', '/remove'].map(
    (path) => `/fr/practices/import/${id}${path}`,
  )
  for (const path of paths) {
    for (const who of [other, facilitator]) {
      expect((await get(who, path)).status, path).toBe(404)
      expect((await post(who, path, { target: ['title'] })).status, path).toBeGreaterThan(403)
    }
    if (!path.endsWith('remove'))
      expect((await get(null, path)).headers.get('location')).toContain('/login')
  }
  expect(await (await get(other, '/fr/practices/import')).text()).not.toContain(id)
  expect((await get(await aUser(), '/fr/practices/import')).status).toBe(403)
  expect(await draftsOf(other)).toEqual([])
})

test('a challenge in a space of others is unknown, by its title and by its id', async () => {
  const [member, insider] = [await aMember(), await aMember()]
  const space = await aSpace({ visibility: 'private' }, [insider])
  const hidden = await aChallenge({ title: 'Défi caché', space })
  const file = utf8(`Titre,Défis\nUn,${hidden.id}\nDeux,Défi caché\n`)
  await importFile(member, file)
  await importFile(insider, file)
  const linked = async (who: { id: string }) =>
    (await draftsOf(who)).map(({ context }) => context?.includes('Défis') ?? false)
  expect(await linked(member)).toEqual([true, true])
  expect(await linked(insider)).toEqual([false, false])
})

test('a name that several places have is told apart by its column, or else by one’s own seat', async () => {
  const name = { name_fr: 'Même Nom', name_ar: 'نفس الاسم' }
  const commune = await aCollectivity({ ...name, code: '16.001.01.03', slug: 'a' })
  const province = await aCollectivity({ ...name, code: '16.003', kind: 'province', slug: 'b' })
  for (const { code } of [commune, province]) {
    await db
      .insertInto('collectivity_name')
      .values({ folded: 'meme nom', collectivity_code: code })
      .execute()
  }
  const facilitator = await aUser({ role: 'facilitator' })
  await importFile(facilitator, utf8('Titre,Collectivité\nA,Même Nom\nB,Province de Même Nom\n'))
  await importFile(facilitator, utf8('Titre,Commune\nC,Même Nom\n'))
  const member = await aUser({ seat: province.code })
  await importFile(member, utf8('Titre,Collectivité\nA,Même Nom\n'))
  const codes = async (who: { id: string }) =>
    Object.fromEntries((await draftsOf(who)).map((one) => [one.title, one.collectivity_code]))
  expect(await codes(facilitator)).toEqual({ A: null, B: province.code, C: commune.code })
  expect(await codes(member)).toEqual({ A: province.code })
})

test('what waits is in the copy of one’s data, goes with the account, and ten are kept', async () => {
  const member = await aMember()
  for (let count = 0; count < 11; count++) await uploadImport(member, TWO)
  const kept = await db
    .selectFrom('practice_import')
    .where('user_id', '=', member.id)
    .select('id')
    .execute()
  expect(kept).toHaveLength(10)
  const copy = await copyOf(db, member)
  expect(copy.imports).toHaveLength(20)
  expect(copy.imports[0]).toMatchObject({
    name: 'a.csv',
    cells: ['Budget ouvert', 'En bref', 'B12'],
  })
  await eraseAccount(db, member, { by: null, tell: () => Promise.resolve() })
  const left = await db.selectFrom('practice_import_row').where('import_id', 'in', kept.map(({ id }) => id)).selectAll().execute() // prettier-ignore
  expect(left).toEqual([])
})

async function draftsOf(who: { id: string }) {
  const section = (name: string) =>
    sql<string | null>`(select source from section
      where section.item_id = item.id and section.name = ${name})`
  return db
    .selectFrom('item')
    .innerJoin('practice', 'practice.item_id', 'item.id')
    .innerJoin('item_text', 'item_text.item_id', 'item.id')
    .leftJoin('practice_import_row as row', 'row.item_id', 'item.id')
    .where('item.author_id', '=', who.id)
    .where('item.kind', 'in', ['practice', 'tool'])
    .orderBy('row.position')
    .selectAll('practice')
    .select(['item.id', 'item.state', 'item.lang', 'item.seat_id', 'title', 'summary'])
    .select([section('context').as('context'), section('lessons').as('lessons')])
    .execute()
}
