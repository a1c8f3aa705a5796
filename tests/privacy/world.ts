import { addDocument } from '#app/domain/documents/documents.server.ts'
import { saveDraft } from '#app/domain/drafts/drafts.server.ts'
import { storeFile } from '#app/domain/files/files.server.ts'
import { inspectFile } from '#app/domain/files/inspect.server.ts'
import { keepImport } from '#app/domain/imports/imports.server.ts'
import { writeTexts } from '#app/domain/items/texts.server.ts'
import type { ReadableId } from '#app/domain/items/visibility.server.ts'
import { editTexts, now, sealItem } from '#app/domain/items/write.server.ts'
import { record } from '#app/domain/moderation/audit.server.ts'
import { notify } from '#app/domain/notifications/notifications.server.ts'
import { quoteOf } from '#app/domain/posts/quotes.ts'
import { invite } from '#app/domain/spaces/invitations.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import { newId } from '#db/id.ts'
import {
  aChallenge,
  aCollection,
  anEvent,
  aMember,
  aPost,
  aPractice,
  aSpace,
  aStep,
  aThread,
  aUser,
  fileUnder,
  changeItem,
  collect,
  present,
} from '#tests/support/factories.ts'

/** Words that stand nowhere but inside the private space. */
export const MARKERS = {
  ar: 'زقوطنبري',
  fr: 'zorquelune',
  zgh: 'ⵣⵓⵔⵇⵍⵏ',
  en: 'quibblethorn',
  file: 'vortimexe',
} as const

/** Words of the same kind that stand nowhere at all. */
export const ABSENT_WORDS = { ar: 'زقوطنجلي', fr: 'zorquebane', zgh: 'ⵣⵓⵔⵇⴱⵏ', en: 'quibblefrost' }

export type Cast = Awaited<ReturnType<typeof aCast>>

/** The people, and everything that outsiders may read. */
export async function aCast() {
  const [owner, member, peer, former] = [
    await aMember({ name: 'Owner' }),
    await aMember({ name: 'Member' }),
    await aMember({ name: 'Peer' }),
    await aMember({ name: 'Former' }),
  ]
  const account = await aUser({ name: 'Account' })
  const moderator = await aMember({ name: 'Moderator' })
  const admin = await aUser({ name: 'Admin', role: 'admin' })
  const facilitator = await aUser({ name: 'Facilitator', role: 'facilitator' })
  const space = await aSpace({ visibility: 'private', name: `Espace ${MARKERS.fr}` }, [
    owner,
    member,
  ])
  const otherSpace = await aSpace({ visibility: 'private', name: 'Autre espace' }, [peer])
  const keeps = { space_id: otherSpace.id, user_id: moderator.id, role: 'moderator' as const }
  await db.insertInto('space_member').values(keeps).execute()
  const [tag, concept] = [await aTag(), await aConcept()]
  const challenge = await aChallenge({ author: owner, title: 'Défi commun' })
  const thread = await aThread({
    author: owner,
    title: 'Question commune',
    challenge: challenge.id,
  })
  const post = await aPost(thread, { author: member, body: 'Réponse commune' })
  const practice = await aPractice({ author: owner, title: 'Pratique commune' })
  await fileUnder(tag, [challenge, thread, practice])
  const entries = [
    { ...practice, position: 10 },
    { ...thread, position: 20, note: 'Note commune' },
  ]
  const collection = await aCollection({ author: admin, title: 'Sélection commune', entries })
  const event = await anEvent({ author: admin, title: 'Rencontre commune' })
  const presentation = await present(event.id, { title: 'Exposé commun' })
  const people = { owner, member, peer, moderator, former, account, admin, facilitator }
  return {
    ...people,
    space,
    otherSpace,
    tag,
    concept,
    open: { challenge, thread, post, practice, collection, event, presentation },
  }
}

/** Fills the private space; gives the ids that exist for its members alone. */
export async function fillSpace(cast: Cast) {
  const { owner, member, former, space, tag, open } = cast
  const inside = { author: member, space, body: text('corps'), title: text('titre') }
  const challenge = await aChallenge(inside)
  const thread = await aThread({ ...inside, challenge: open.challenge.id })
  const post = await aPost(thread, { author: owner, body: `${text('réponse')} @${owner.handle}` })
  const practice = await aPractice({ ...inside, challenges: [open.challenge.id] })
  const submitted = await aPractice({ ...inside, state: 'submitted' })
  const draft = await aPractice({ ...inside, state: 'draft' })
  const step = await aStep(practice, {
    author: member,
    space,
    texts: { body: text('étape'), results: text('résultat'), lessons: text('conseil') },
  })
  await wanted(practice, member)
  const own = await aThread({ ...inside, author: former })
  await aThread({ ...inside, state: 'held' })
  await db.insertInto('co_author').values({ item_id: practice.id, user_id: former.id }).execute()
  await fileUnder(tag, [challenge, thread, practice])
  await revise(thread.id, member)
  await collect(open.collection.id, [
    { ...challenge, position: 5, note: text('note') },
    { ...practice, position: 15, note: text('note') },
    { ...thread, position: 25 },
  ])
  for (const { id } of [practice, submitted, draft]) {
    const link = { presentation_id: open.presentation.id, practice_id: id }
    await db.insertInto('presentation_practice').values(link).execute()
  }
  const { document, file } = await aDocument(member, space)
  const attached = await aFileOf(practice, member)
  const items = {
    challenge,
    thread,
    post,
    practice,
    submitted,
    draft,
    own,
    step,
    ...(await replies(cast, thread)),
  }
  const act = await keepOrder(cast, { challenge, post: items.moderated })
  await traces(cast, Object.values(items), space)
  const imported = await anImport(owner)
  const invitation = await db
    .transaction()
    .execute((trx) =>
      invite(trx, owner, space, { email: `${MARKERS.fr}@example.org`, role: 'member' }),
    )
  const ids = Object.fromEntries(Object.entries(items).map(([name, { id }]) => [name, id]))
  return {
    ...ids,
    document,
    file,
    attached,
    space: space.slug,
    space_id: space.id,
    import: imported,
    invitation,
    act,
  }
}

// Its people ask for it in another language, and a version of it is out of date.
async function wanted({ id: item_id }: { id: string }, { seats }: SignedIn) {
  const { id: seat_id, collectivity_code } = seats[0]!
  const asked = { item_id, lang: 'zgh', seat_id, collectivity_code: collectivity_code! } as const
  await db.insertInto('translation_wish').values(asked).execute()
  await db.transaction().execute((trx) => writeTexts(trx, item_id, 'ar', { title: text('عنوان') }))
  const behind = { item_id, lang: 'ar', revision: 1, changed: '["title"]' } as const
  await db.insertInto('translation').values(behind).execute()
}

// What its owner has read out of a file and not yet made a draft of.
function anImport(viewer: Cast['owner']) {
  const columns = ['Titre', text('colonne')]
  const rows = [{ number: 2, cells: [text('importé'), text('case')] }]
  const given = { name: `${MARKERS.fr}.csv`, form: 'table', read_as: 'utf-8', lang: 'fr' } as const
  return db
    .transaction()
    .execute((trx) =>
      keepImport(trx, viewer, { ...given, columns, rows, unread: [], mapping: ['title', 'rest'] }),
    )
}

// A reply that quotes another, and one that its moderator will hide.
async function replies({ owner, member }: Cast, thread: { id: string; space_id: string | null }) {
  const first = await aPost(thread, { author: member, body: text('à citer') })
  const from = { id: first.id, thread_id: thread.id, source: text('à citer'), author: member }
  const quoting = await aPost(thread, { author: owner, body: `${quoteOf(from)}${text('suite')}` })
  const moderated = await aPost(thread, { author: member, body: text('à masquer') })
  return { quoted: first, quoting, moderated }
}

// What the space's people do there: a collectivity faces its challenge, a reply is hidden for a
// reason, and composers have kept what was typed. Gives the act of hiding.
async function keepOrder(
  cast: Cast,
  { challenge, post }: Record<'challenge' | 'post', { id: string }>,
) {
  const { owner, member, former } = cast
  const code = member.seats[0]!.collectivity_code!
  const faced = {
    challenge_id: challenge.id,
    collectivity_code: code,
    seat_id: member.seats[0]!.id,
  }
  await db
    .insertInto('challenge_face')
    .values(faced)
    .onConflict((one) => one.doNothing())
    .execute()
  const hidden = { hidden_at: now(), hidden_by: owner.id, hidden_reason: text('raison') }
  await changeItem(post.id, hidden)
  for (const { id } of [member, former]) {
    for (const key of [`reply:${challenge.id}`, `thread:-:${cast.space.id}`, `edit:${post.id}`]) {
      await saveDraft(db, id, key, { body: [text('brouillon')] })
    }
  }
  const subject = { kind: 'post', id: post.id }
  return record(db, owner, { verb: 'item_hidden', subject, space_id: cast.space.id, undo: {} })
}

// What is left of the space elsewhere: a former member's notifications, marks and requests, the
// reports and the log that facilitators read.
async function traces({ owner, former }: Cast, items: { id: string }[], space: { id: string }) {
  for (const { id: item_id } of items) {
    const mark = { user_id: former.id, item_id }
    await db.insertInto('bookmark').values(mark).execute()
    await db.insertInto('follow').values(mark).execute()
    const note = text('note')
    await notify(db, { ...mark, kind: 'mention', space_id: space.id, actor_id: owner.id, note })
    await db
      .insertInto('report')
      .values({ id: newId(), item_id, reporter_id: owner.id, reason: 'other', note: text('motif') })
      .execute()
    const subject = { kind: 'item', id: item_id }
    const detail = { title: text('journal') }
    await record(db, owner, { verb: 'document_removed', subject, space_id: space.id, detail })
  }
  await db
    .insertInto('reaction')
    .values({ item_id: items[0]!.id, user_id: owner.id, meaning: 'thanks' })
    .execute()
}

async function revise(id: string, author: SignedIn) {
  await db.transaction().execute(async (trx) => {
    await editTexts(trx, id, 'fr', { sections: { body: text('deuxième version') } })
    for (const lang of ['ar', 'zgh', 'en'] as const) {
      const title = `${MARKERS[lang]} ${lang}`
      await writeTexts(trx, id, lang, { title, sections: { body: title } })
    }
    await sealItem(trx, id, author.id, text('révision'))
  })
}

async function aFileOf(practice: { id: ReadableId }, member: SignedIn) {
  const bytes = new TextEncoder().encode(`${MARKERS.file} joint`)
  const given = { bytes, name: `${MARKERS.file}.txt`, title: text('fichier'), itemId: practice.id }
  const stored = await storeFile(db, member, given)
  if (!stored.ok) throw new Error(stored.error)
  return stored.id
}

async function aDocument(member: SignedIn, space: { id: ReadableId }) {
  const inspected = await inspectFile(new TextEncoder().encode(`${MARKERS.file} contenu`), 'a.txt')
  if (!inspected.ok) throw new Error(inspected.reason)
  const name = `${MARKERS.file}.txt`
  const given = { title: text('document'), lang: 'fr' as const, file: inspected, name }
  const document = await addDocument(db, member, space, given)
  const { id: file } = await db
    .selectFrom('file')
    .where('item_id', '=', document)
    .select('id')
    .executeTakeFirstOrThrow()
  return { document, file }
}

async function aTag() {
  const id = newId()
  const label = { tag_id: id, lang: 'fr' as const, preferred: 1 as const }
  await db.insertInto('tag').values({ id, slug: 'eau-potable' }).execute()
  await db
    .insertInto('tag_label')
    .values({ ...label, folded: 'eau potable', label: 'Eau potable' })
    .execute()
  return { id, slug: 'eau-potable' }
}

async function aConcept() {
  const concept = { id: newId(), slug: 'weekly-market' }
  await db.insertInto('concept').values(concept).execute()
  const label = { concept_id: concept.id, lang: 'fr' as const, preferred: 1 as const }
  await db
    .insertInto('concept_label')
    .values({ ...label, folded: 'souk hebdomadaire', label: 'Souk hebdomadaire' })
    .execute()
  return concept
}

function text(part: string) {
  const { ar, fr, zgh, en } = MARKERS
  return `${part} ${fr} ${ar} ${zgh} ${en}`
}
