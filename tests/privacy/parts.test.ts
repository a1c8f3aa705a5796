import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { listOwnTexts } from '#app/domain/people/own-texts.server.ts'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import { sealItem } from '#app/domain/items/write.server.ts'
import { LANGS } from '#app/domain/languages.ts'
import { db } from '#db/client.server.ts'
import { readWord, wordsOfPdf } from '#tests/support/documents.ts'
import { aMember, aPractice, aSpace, aUser } from '#tests/support/factories.ts'
import { get } from '#tests/support/requests.ts'
import { filesUnder } from '#tests/support/sources.ts'
import { ADDRESSES } from './addresses.ts'
import {
  type Address,
  answerTo,
  difference,
  fill,
  type Names,
  openNames,
  pathOf,
  who,
} from './answer.ts'
import { CHANGES_BY_ITSELF } from './readings.ts'
import { aCast, type Cast } from './world.ts'

// Words that stand nowhere but in the parts for members of a practice that everybody reads.
const WORDS = { ar: 'طنبرقوش', fr: 'brindelorge', zgh: 'ⴱⵔⵏⴷⵍⵔⴳ', en: 'snarkleberg' }
const [COST, CONTACT, NOTE] = ['trombinette', 'falbalique', 'grelochon']
const MARKERS = [...Object.values(WORDS), COST, CONTACT, NOTE]
const NAMES: Names = Object.fromEntries(LANGS.map((lang) => [`word_${lang}`, WORDS[lang]]))

const STRANGERS = ['visitor', 'account'] as const
const MORE: Address[] = [
  '/fr/practices/<practice>?version=en',
  '/fr/practices/<practice>?version=fr&with=ar',
  '/fr/practices/<practice>/translations',
  '/fr/search?q=brindelorje',
  '/fr/search?q=brindel',
  '/fr/search?q=commune -brindelorge',
  '/fr/search?q="brindelorge snarkleberg"',
  '/fr/search/suggestions?q=brindel',
]
const addresses = [...Object.values(ADDRESSES).flat(), ...MORE].filter((address) => {
  const named = JSON.stringify(address).match(/\{\w+\}/g) ?? []
  return named.every((name) => name.startsWith('{word_'))
})

let cast: Cast
const before = new Map<string, string>()

beforeAll(async () => {
  cast = await aCast()
  const { id } = cast.open.practice
  await db.transaction().execute(async (trx) => {
    for (const lang of LANGS) await writeTexts(trx, id, lang, { title: `Pratique ${lang}` })
    await sealItem(trx, id, cast.owner.id)
  })
  for (const lang of LANGS) await get(null, `/${lang}/search?q=commune`)
  await everyAnswer((key, answer) => before.set(key, answer))
  await setParts(id, 'network')
}, 300_000)

test('no byte that strangers get tells that a practice has parts for members', async () => {
  const wrong: string[] = []
  await everyAnswer((key, answer) => {
    const shown = MARKERS.filter(
      (word) => answer.includes(word) || answer.includes(encodeURI(word)),
    )
    if (shown.length) wrong.push(`${key} shows ${shown.join(', ')}`)
    if (answer !== before.get(key)) wrong.push(`${key} · ${difference(before.get(key), answer)}`)
  })
  expect(wrong).toEqual([])
  expect(before.size).toBeGreaterThan(300)
}, 300_000)

test('members read them, find by them, and see which they are', async () => {
  const { id } = cast.open.practice
  const read = async (path: string) => (await get(cast.peer, path)).text()
  for (const lang of LANGS) {
    const page = await read(`/${lang}/practices/${id}/pratique-${lang}?version=${lang}`)
    for (const word of [WORDS[lang], COST, CONTACT]) expect(page, lang).toContain(word)
    expect(await read(`/${lang}/search?q=${encodeURI(WORDS[lang])}`)).toContain(
      `<mark>${WORDS[lang]}`,
    )
  }
  const page = await read(`/fr/practices/${id}/pratique-fr`)
  expect(page.split('Réservé aux membres').length - 1).toBeGreaterThanOrEqual(3)
  const history = await read(`/fr/practices/${id}/history`)
  for (const word of [WORDS.fr, COST, CONTACT, NOTE]) expect(history).toContain(word)
  expect(history).toContain('Qui lit le coût')
})

test('what is handed on holds nothing that is for members, whoever makes it', async () => {
  const { id } = cast.open.practice
  for (const form of ['opsi', 'ogp', 'participedia', 'bibtex', 'ris']) {
    const file = await (await get(cast.peer, `/fr/practices/${id}/export?as=${form}`)).text()
    expect(MARKERS.filter((word) => file.includes(word))).toEqual([])
  }
  const sheet = await wordsOfPdf(await get(cast.peer, `/fr/practices/${id}/export?as=pdf`))
  expect(sheet.text).toContain('Pratique fr')
  const word = await readWord(await get(cast.peer, `/fr/practices/${id}/export?as=docx`))
  expect(word.html).toContain('Pratique fr')
  const all = sheet.text + word.html
  expect(MARKERS.filter((one) => all.includes(one))).toEqual([])
  for (const name of ['library.fr.csv', 'library.ar.jsonl', 'library.fr.jsonld']) {
    const file = await (await get(cast.peer, `/exports/${name}`)).text()
    expect(file).toContain(id)
    expect(MARKERS.filter((word) => file.includes(word))).toEqual([])
  }
})

test('what was for members when it was saved stays so in the history, when the part is opened', async () => {
  const author = await aMember()
  const practice = await aPractice({ author, title: 'À ouvrir', lang: 'fr' })
  await setParts(practice.id, 'network')
  await setParts(practice.id, 'public', 'éclaircie')
  const history = await (await get(null, `/fr/practices/${practice.id}/history?from=1&to=2`)).text()
  expect(history).toContain('éclaircie')
  expect(MARKERS.filter((word) => history.includes(word))).toEqual([])
  // Closed again: what was open once is for members too.
  await setParts(practice.id, 'network', 'éclaircie')
  const closed = await (await get(null, `/fr/practices/${practice.id}/history`)).text()
  expect(closed).not.toContain('éclaircie')
})

test('in a space that is not public its people read all; who wrote it does, seat or none', async () => {
  const [guest, author, stranger] = [await aUser(), await aUser(), await aUser()]
  const space = await aSpace({ visibility: 'private' }, [await aMember(), guest])
  const inside = await aPractice({ author: await aMember(), space, title: 'Dedans', lang: 'fr' })
  const own = await aPractice({ author, title: 'La sienne', lang: 'fr' })
  for (const { id } of [inside, own]) await setParts(id, 'network')
  const read = async (who: { id: string }, id: string, slug: string) =>
    (await get(who, `/fr/practices/${id}/${slug}`)).text()
  expect(await read(guest, inside.id, 'dedans')).toContain(WORDS.fr)
  expect(await read(guest, inside.id, 'dedans')).not.toContain('Réservé aux membres')
  expect(await (await get(guest, `/fr/search?q=${WORDS.fr}`)).text()).toContain('Dedans')
  await db.updateTable('space').set({ visibility: 'public' }).where('id', '=', space.id).execute()
  expect(await read(guest, inside.id, 'dedans')).not.toContain(WORDS.fr)
  expect(await (await get(guest, `/fr/search?q=${WORDS.fr}`)).text()).not.toContain('Dedans')
  expect(await read(author, own.id, 'la-sienne')).toContain(WORDS.fr)
  expect(await read(stranger, own.id, 'la-sienne')).not.toContain(WORDS.fr)
  expect(JSON.stringify(await listOwnTexts(db, author))).not.toContain(COST)
})

// Where parts are read, each with what keeps strangers out. A new reader stands here first.
const READERS: Record<string, string> = {
  'app/domain/practices/find.server.ts': 'the door: everything else reads what it has found',
  'app/domain/practices/parts.ts': 'no SQL: what may be known of what was found',
  'app/http/practice-exports.server.ts': 'no SQL: what `toHandOn` has left',
  'app/http/practice-paper.server.ts': 'no SQL: what `toHandOn` has left',
  'app/http/practice-second.server.ts': 'by the door; of the facts what `toHandOn` has left',
  'app/domain/files/files.server.ts': 'whether a text names a file of its writer',
  'app/domain/items/sent.server.ts': 'gives whoever wrote it the id of what they have just sent',
  'app/domain/practices/export.server.ts': 'the files of the library, as a visitor',
  'app/domain/practices/history.server.ts': 'revisions, each as its reader may know it',
  'app/domain/practices/translations.server.ts':
    'how the original has changed, as its translator may know it; inside a change: which fields have',
  'app/domain/practices/practices.schema.server.ts': 'what a form says',
  'app/http/translating.server.ts': 'no SQL: whether a part is for members, of what was found',
  'app/domain/items/visibility.server.ts': 'the condition itself',
  'app/domain/items/revisions.server.ts': 'inside a change: keeps it as it stands',
  'app/domain/items/texts.server.ts': 'writes',
  'app/domain/search/row.server.ts':
    'the index: a row of their own, which strangers do not know of',
  'app/domain/search/facts.server.ts': 'the index: whether there is such a row',
  'app/domain/search/results.server.ts': 'excerpts, by `readablePart`',
  'app/domain/adoptions/adoptions.server.ts': 'results and lessons of a step, and its own cost',
  'app/domain/challenges/challenges.server.ts': 'the outcome of a challenge',
  'app/domain/collections/collections.server.ts': 'whether one was sent twice',
  'app/domain/posts/unsend.server.ts': 'whether a reply was quoted',
  'app/domain/moderation/queue-items.server.ts': 'the body of what waits',
  'app/domain/notifications/tellings.server.ts': 'whom a text of a conversation mentions',
  'app/domain/posts/said.server.ts': 'the body of a reply',
  'app/domain/posts/posts.server.ts': 'the body of replies',
  'app/domain/posts/history.server.ts': 'revisions of threads, replies and challenges',
  'app/domain/people/own-texts.server.ts': 'what one wrote oneself, as one last saved it',
}

test('nowhere else are the texts, the revisions or the closed facts of a practice read', () => {
  const reads =
    /selectFrom\('section|[jJ]oin\('section|\b(?:from|join) section\b|selectFrom\('revision|revision\.snapshot|practice\.(?:cost|contact)\b|selectAll\('practice'\)|selectFrom\('practice'\)|practice\..*_readers/
  const files = filesUnder(['app/domain', 'app/http', 'app/server', 'bin']).filter((file) =>
    reads.test(readFileSync(file, 'utf8')),
  )
  expect(files.filter((file) => !(file in READERS))).toEqual([])
})

async function setParts(id: string, readers: 'public' | 'network', words?: string) {
  await db.transaction().execute(async (trx) => {
    const versions = await trx
      .selectFrom('item_text')
      .where('item_id', '=', id)
      .select('lang')
      .execute()
    for (const { lang } of versions) {
      await writeTexts(trx, id, lang, { sections: { obstacles: words ?? `Mur ${WORDS[lang]}` } })
    }
    const all = { obstacles_readers: readers, cost_readers: readers, contact_readers: readers }
    const facts = { cost: words ?? COST, contact: words ?? CONTACT }
    await trx
      .updateTable('practice')
      .set({ ...facts, ...all })
      .where('item_id', '=', id)
      .execute()
    await sealItem(trx, id, cast.owner.id, words ?? NOTE)
  })
}

// Each page as strangers get it, the pages of the practice in all languages; to an account a page also
// brings its data.
async function everyAnswer(visit: (key: string, answer: string) => void) {
  for (const name of STRANGERS) {
    for (const [index, address] of addresses.entries()) {
      const path = pathOf(address)
      const all = path.startsWith('/fr') && path.includes('<practice>')
      for (const lang of all ? LANGS : [LANGS[index % LANGS.length]!]) {
        const filled = fill(path, { names: NAMES, open: openNames(cast), lang })
        const whole = await answerTo(who(cast, name), 'GET', filled, NAMES)
        const answer = name === 'visitor' ? whole.split(/\n(?:select|with) /)[0]! : whole
        visit(`${name} ${filled.path}`, answer.replace(CHANGES_BY_ITSELF[path] ?? '', ''))
      }
    }
  }
}
