import { beforeAll, expect, test } from 'vitest'
import { labelsSchema } from '#app/domain/labels/labels.schema.server.ts'
import { loadPrinciples } from '#app/domain/reference/taxonomy.server.ts'
import { addConcept } from '#app/domain/search/concepts.server.ts'
import { addTag } from '#app/domain/tags/write.server.ts'
import { tagSchema } from '#app/domain/tags/tags.schema.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { aCollectivity, aMember, aPractice, aSpace, aThread, aUser, fileUnder } from '#tests/support/factories.ts' // prettier-ignore
import { aCompletePractice, idAfter } from '#tests/support/practices.ts'
import { get, post } from '#tests/support/requests.ts'

beforeAll(() => loadPrinciples(db))

const aFacilitator = () => aUser({ role: 'facilitator' })

function fieldsOf(name: string) {
  return { label_ar: `وسم ${name}`, label_fr: `Mot ${name}`, label_en: `Word ${name}` }
}

async function aTag(facilitator: SignedIn, name: string) {
  await addTag(db, facilitator, tagSchema.parse(fieldsOf(name)))
  const slug = `word-${name}`
  const { id } = await db
    .selectFrom('tag')
    .where('slug', '=', slug)
    .select('id')
    .executeTakeFirstOrThrow()
  return { id, slug, name }
}

test('the tree names each tag in the reader’s language and counts only what they may read', async () => {
  const [facilitator, owner] = [await aFacilitator(), await aMember()]
  const tag = await aTag(facilitator, 'arbre')
  const space = await aSpace({ visibility: 'private' }, [owner])
  const inside = await aThread({ author: owner, space })
  await fileUnder(tag, [inside])
  expect(await (await get(null, '/ar/tags')).text()).toContain('وسم arbre')

  const count = async (person: SignedIn | null) =>
    /Mot arbre<\/a>\s*<small>(\d*)<\/small>/.exec(await (await get(person, '/fr/tags')).text())?.[1]
  expect(await count(null)).toBe('')
  expect(await count(facilitator)).toBe('')
  expect(await count(owner)).toBe('1')
})

test('a tag’s page lists what the viewer may read, and nothing else', async () => {
  const [facilitator, owner] = [await aFacilitator(), await aMember()]
  const tag = await aTag(facilitator, 'liste')
  const space = await aSpace({ visibility: 'private' }, [owner])
  const inside = await aThread({ author: owner, space, title: 'A closed thread' })
  const outside = await aThread({ author: owner, title: 'An open thread' })
  await fileUnder(tag, [inside, outside])
  for (const outsider of [null, await aUser(), facilitator]) {
    const html = await (await get(outsider, `/fr/tags/${tag.slug}`)).text()
    expect(html).toContain('An open thread')
    expect(html).not.toContain('A closed thread')
  }
  expect(await (await get(owner, `/fr/tags/${tag.slug}`)).text()).toContain('A closed thread')
  expect((await get(null, '/fr/tags/absent')).status).toBe(404)
})

test('only facilitators add, edit and merge tags', async () => {
  const tag = await aTag(await aFacilitator(), 'garde')
  for (const path of ['/fr/tags/new', `/fr/tags/${tag.slug}/edit`, `/fr/tags/${tag.slug}/merge`]) {
    expect((await get(null, path)).headers.get('location')).toContain('/fr/login')
    for (const person of [await aUser(), await aMember()]) {
      expect((await get(person, path)).status).toBe(403)
      expect((await post(person, path, fieldsOf('interdit'))).status).toBe(403)
    }
    expect((await get(await aUser({ role: 'admin' }), path)).status).toBe(200)
  }
})

test('a new tag needs its three labels, and a label that no other tag has', async () => {
  const facilitator = await aFacilitator()
  const bare = await post(facilitator, '/fr/tags/new', { label_ar: 'وحيد' })
  expect(bare.status).toBe(422)
  const html = await bare.text()
  expect(html).toContain('وحيد')
  // Which of the fields that are called alike.
  expect(html).toMatch(/href="#field-label_fr">[^<]*\(Français\)/)

  const added = await post(facilitator, '/fr/tags/new', {
    ...fieldsOf('neuf'),
    others_fr: 'Mot tout neuf\nMot récent',
  })
  expect(added.headers.get('location')).toBe('/fr/tags/word-neuf')
  const again = await post(facilitator, '/fr/tags/new', { ...fieldsOf('neuf'), slug: 'autre' })
  expect(again.status).toBe(422)
  const reserved = await post(facilitator, '/fr/tags/new', { ...fieldsOf('reserve'), slug: 'new' })
  expect(reserved.status).toBe(422)
})

test('a renamed tag keeps its former address, in each language', async () => {
  const facilitator = await aFacilitator()
  const tag = await aTag(facilitator, 'ancien')
  const edited = await post(facilitator, `/fr/tags/${tag.slug}/edit`, {
    ...fieldsOf('nouveau'),
    slug: 'word-nouveau',
  })
  expect(edited.headers.get('location')).toBe('/fr/tags/word-nouveau')
  const former = await get(null, '/ar/tags/word-ancien')
  expect(former.status).toBe(301)
  expect(former.headers.get('location')).toBe('/ar/tags/word-nouveau')
})

test('a tag cannot be put under what it holds', async () => {
  const facilitator = await aFacilitator()
  const above = await aTag(facilitator, 'haut')
  const below = await aTag(facilitator, 'bas')
  const edit = (tag: { slug: string; name: string }, parent: string) =>
    post(facilitator, `/fr/tags/${tag.slug}/edit`, { ...fieldsOf(tag.name), parent })
  expect((await edit(below, above.id)).status).toBe(302)
  expect((await edit(above, below.id)).status).toBe(422)
  expect((await edit(above, above.id)).status).toBe(422)
})

test('a merge is shown first, counts only what the facilitator may read, and moves all', async () => {
  const [facilitator, owner] = [await aFacilitator(), await aMember()]
  const [from, into] = [await aTag(facilitator, 'source'), await aTag(facilitator, 'cible')]
  const space = await aSpace({ visibility: 'private', name: 'Behind doors' }, [owner])
  const inside = await aThread({ author: owner, space, title: 'Closed away' })
  const outside = await aThread({ author: owner })
  await fileUnder(from, [inside, outside])

  const path = `/fr/tags/${from.slug}/merge`
  const preview = await (await post(facilitator, path, { into: into.slug })).text()
  expect(preview).toContain('1 contenu change')
  expect(preview).not.toContain('Closed away')
  expect((await get(null, `/fr/tags/${from.slug}`)).status).toBe(200)
  expect((await post(facilitator, path, { into: from.slug })).status).toBe(422)

  await post(facilitator, path, { into: into.slug, confirmed: into.slug })
  const former = await get(null, `/fr/tags/${from.slug}`)
  expect([former.status, former.headers.get('location')]).toEqual([301, `/fr/tags/${into.slug}`])
  const moved = await db
    .selectFrom('item_tag')
    .where('tag_id', '=', into.id)
    .select('item_id')
    .execute()
  expect(moved.map(({ item_id }) => item_id).sort()).toEqual([inside.id, outside.id].sort())
})

const tagsOf = async (item_id: string) =>
  db.selectFrom('item_tag').where('item_id', '=', item_id).select('tag_id').execute()

test('while one writes, the tags that a text names are suggested, by any of their names', async () => {
  const facilitator = await aFacilitator()
  await aTag(facilitator, 'fontaine')
  await aTag(facilitator, 'ordure')
  const member = await aMember()
  const ask = async (who: { id: string } | null, q: string) => {
    const answer = await post(who, '/fr/search/tags', { q })
    const tags = answer.ok ? ((await answer.json()) as { label: string }[]) : []
    return [answer.status, ...tags.map(({ label }) => label)]
  }
  const text = 'Un mot fontaine\nIci les mots ordures, là les mots ordures'
  expect(await ask(member, text)).toEqual([200, 'Mot fontaine', 'Mot ordure'])
  expect(await ask(member, 'هذا\nوسم ordure')).toEqual([200, 'Mot ordure'])
  expect(await ask(member, 'Rien de cela')).toEqual([200])
  // A concept of the vocabulary that shares a name with a tag leads to it.
  const concept = { label_ar: 'قمامة', label_fr: 'Poubelle', label_en: 'Bin', others_fr: 'mot ordure' } // prettier-ignore
  await addConcept(db, facilitator, labelsSchema.parse(concept))
  expect(await ask(member, 'Une poubelle')).toEqual([200, 'Mot ordure'])
  expect(await ask(null, text)).toEqual([401])
  expect((await get(member, '/fr/search/tags')).status).toBe(404)
})

test('without a script the preview brings the tags, and what is ticked is filed there', async () => {
  const tag = await aTag(await aFacilitator(), 'lampadaire')
  const member = await aMember()
  const box = (name: string, ticked = '') =>
    `<input type="checkbox" name="${name}"${ticked} value="Mot lampadaire"/>`
  const page = '/fr/challenges/new'
  const fields = { title: 'Des mots lampadaires', body: 'Éteints', lang: 'fr', principles: 'transparence' } // prettier-ignore
  const preview = async (more: Record<string, string>) =>
    (await post(member, page, { ...fields, ...more, intent: 'preview' })).text()
  expect(await preview({})).toContain(box('more_tags'))
  expect(await preview({ more_tags: 'Mot lampadaire' })).toContain(box('more_tags', ' checked=""'))
  expect(await preview({ tags: 'mot lampadaire' })).not.toContain('name="more_tags"')
  const sent = await post(member, page, { ...fields, more_tags: 'Mot lampadaire' })
  expect(await tagsOf(sent.headers.get('location')!.split('/')[3]!)).toEqual([{ tag_id: tag.id }])

  const practice = await aCompletePractice({ title: 'Nos mots lampadaires' })
  const shown = await post(member, '/fr/practices/new', { ...practice, intent: 'preview' })
  expect(await shown.text()).toContain(box('tags'))
  const drafted = { ...practice, tags: ['', 'Mot lampadaire'], intent: 'draft' }
  const draft = await idAfter(await post(member, '/fr/practices/new', drafted))
  expect(await tagsOf(draft)).toEqual([{ tag_id: tag.id }])
})

test('a tag says who is active with it and where, of what one may read', async () => {
  const tag = await aTag(await aFacilitator(), 'qui')
  for (const [code, name_fr] of [
    ['01', 'Région Une'],
    ['02', 'Région Deux'],
  ] as const) {
    await aCollectivity({ code, name_fr, kind: 'region' })
  }
  await aCollectivity({ code: '01.1.1.1', region_code: '01', name_fr: 'Commune Alpha' })
  await aCollectivity({ code: '02.1.1.1', region_code: '02', name_fr: 'Commune Bêta' })
  const author = await aUser({ seat: '01.1.1.1', name: 'Autrice Publique' })
  const insider = await aUser({ seat: '02.1.1.1', name: 'Auteur Discret' })
  const space = await aSpace({ visibility: 'private' }, [insider])
  await fileUnder(tag, [
    await aPractice({ author, collectivity: '01.1.1.1' }),
    await aThread({ author }),
    await aThread({ author, state: 'draft' }),
    await aPractice({ author: insider, space, collectivity: '02.1.1.1' }),
    await aThread({ author: insider, space }),
  ])
  const aside = async (who: { id: string } | null) => {
    const html = await (await get(who, `/fr/tags/${tag.slug}`)).text()
    const words = /<aside.*?<\/aside>/s.exec(html)?.[0] ?? ''
    return words.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')
  }
  for (const outsider of [null, await aMember(), await aUser({ role: 'admin' })]) {
    const words = await aside(outsider)
    for (const line of ['|Commune Alpha|2|', '|Région Une|2|', '|Autrice Publique|2|']) {
      expect(words).toContain(line)
    }
    for (const hidden of ['Bêta', 'Deux', 'Discret']) expect(words).not.toContain(hidden)
  }
  const words = await aside(insider)
  for (const line of ['|Commune Bêta|2|', '|Région Deux|2|', '|Auteur Discret|2|']) {
    expect(words).toContain(line)
  }
  await fileUnder(tag, [await aThread({ author })])
  expect(await aside(null)).toContain('|Autrice Publique|3|')
  const suspended_at = '2026-03-01T00:00:00.000Z'
  await db.updateTable('user').set({ suspended_at }).where('id', '=', author.id).execute()
  expect(await aside(null)).not.toContain('Autrice Publique')
})
