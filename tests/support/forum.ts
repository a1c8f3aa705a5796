import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { indexItem } from '#app/domain/search/index.server.ts'
import { db, sqlite } from '#db/client.server.ts'
import { ALPHABET } from '#db/id.ts'
import { leaveUnindexed } from './setup.ts'

/** How many of each to add; posts go to the first thread for the share `firstThread` of them. */
export type Amounts = {
  people: number
  spaces: number
  practices: number
  challenges: number
  threads: number
  posts: number
  firstThread: number
  indexed: number
  /** All of it published and outside of spaces. */
  open?: boolean
}

type Written = { id: string; at: string; space_id: string | null; open: boolean }

const WORDS = `قنطرة ماء ورش شفافية ميزانية بوابة عريضة مشاركة شباب نقل
  budget portail eau pétition citoyens données quartier route marché école`.split(/\s+/)
const DAY = 86_400_000
const START = Date.UTC(2024, 0, 1)
const DAYS = 700

/** A forum made from a fixed seed, which grows in the database of the test that makes it. */
export function createForum(seed = 7) {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const some = <T>(list: readonly T[], count: number) => [
    ...new Set(Array.from({ length: count }, () => pick(list))),
  ]
  const id = () => Array.from({ length: 12 }, () => pick([...ALPHABET])).join('')
  const day = () => new Date(START + Math.floor(random() * DAYS * DAY)).toISOString()
  const words = (count: number) => Array.from({ length: count }, () => pick(WORDS)).join(' ')

  const people: { id: string; handle: string; seat: string }[] = []
  const spaces: { id: string; slug: string; visibility: string }[] = []
  const challenges: Written[] = []
  const practices: Written[] = []
  const threads: Written[] = []
  const collections: { id: string }[] = []
  const events: { id: string }[] = []
  const tags = Array.from({ length: 30 }, (_, index) => ({ id: id(), slug: `tag-${index}` }))
  const codes = Array.from({ length: 144 }, (_, index) => codeOf(index))

  return {
    people,
    spaces,
    challenges,
    practices,
    threads,
    collections,
    events,
    tags,
    codes,
    begin,
    grow,
  }

  /** What does not grow: the places, the principles, the vocabulary. */
  function begin() {
    for (const [index, code] of codes.entries()) {
      const region = index < 12 ? null : codes[index % 12]
      const kind = index < 12 ? 'region' : 'commune'
      const name = `Place ${index}`
      insert('collectivity', { code, kind, name_ar: name, name_fr: name, slug: 'place', region_code: region }) // prettier-ignore
      insert('cycle_stage', { collectivity_code: code, stage: 'cocreation1' })
      if (index % 3 === 0) insert('membership', { id: id(), collectivity_code: code, wave: 1 })
    }
    for (const [position, slug] of PRINCIPLES.entries()) insert('principle', { slug, position })
    for (const [index, tag] of tags.entries()) {
      insert('tag', { ...tag, parent_id: index > 20 ? tags[0]!.id : null })
      for (const lang of ['ar', 'fr']) {
        insert('tag_label', { tag_id: tag.id, lang, folded: tag.slug, label: tag.slug, preferred: 1 }) // prettier-ignore
      }
    }
  }

  async function grow(amounts: Amounts) {
    const made: string[] = []
    sqlite.exec('begin')
    times(amounts.people, addPerson)
    times(amounts.spaces, addSpace)
    times(amounts.challenges, () => made.push(addChallenge(amounts.open)))
    times(amounts.practices, () => made.push(addPractice(amounts.open)))
    times(amounts.threads, () => made.push(addThread(amounts.open)))
    times(amounts.posts, (index) => addPost(index < amounts.firstThread ? threads[0]! : pick(threads))) // prettier-ignore
    times(amounts.posts / 4, addDeed)
    times(amounts.threads, addCollection)
    times(amounts.threads, addEvent)
    countReplies()
    sqlite.exec('commit')
    // Three milliseconds each: what no page is asked about is left out.
    leaveUnindexed()
    const indexed = made.slice(0, amounts.indexed)
    await db.transaction().execute(async (trx) => {
      for (const one of indexed) await indexItem(trx, one)
    })
    sqlite.exec('analyze')
  }

  function addPerson() {
    const person = { id: id(), handle: `p-${people.length}`, seat: id() }
    const role = people.length === 1 ? 'facilitator' : 'account'
    const email = `${person.handle}@example.org`
    insert('user', { id: person.id, handle: person.handle, name: words(2), email, role, email_confirmed_at: day() }) // prettier-ignore
    insert('consent', { user_id: person.id, notice: NOTICE })
    const code = people.length < 4 ? codes[20] : pick(codes)
    const confirmed_at = people.length > 4 && random() < 0.05 ? null : day()
    insert('seat', { id: person.seat, user_id: person.id, collectivity_code: code, function: 'focal_point', created_at: day(), confirmed_at }) // prettier-ignore
    people.push(person)
  }

  function addSpace() {
    const visibility = ['private', 'public', 'private', 'network'][spaces.length % 4]!
    const joining = visibility === 'private' ? 'invitation' : 'request'
    const space = { id: id(), slug: `space-${spaces.length}`, visibility }
    insert('space', { ...space, name: words(3), lang: 'fr', joining, created_at: day() })
    const members = [people[0]!, ...some(people, 12)].slice(spaces.length % 3 ? 1 : 0)
    for (const [index, { id: user_id }] of [...new Set(members)].entries()) {
      const role = index === 0 ? 'owner' : 'member'
      insert('space_member', { space_id: space.id, user_id, role, joined_at: day() })
    }
    spaces.push(space)
  }

  function addChallenge(open = false) {
    const made = addItem('challenge', open)
    insert('challenge', { item_id: made.id, progress: pick(['open', 'working']) })
    for (const code of some(codes, 3)) {
      insert('challenge_face', { challenge_id: made.id, collectivity_code: code })
    }
    challenges.push(made)
    return made.id
  }

  function addPractice(open = false) {
    const made = addItem(random() < 0.8 ? 'practice' : 'tool', open)
    const stage = pick(['idea', 'pilot', 'running', 'evaluated'])
    insert('practice', {
      item_id: made.id,
      collectivity_code: open ? codes[20] : pick(codes),
      stage,
    })
    link(made)
    for (const code of some(codes, 3)) adopt(made, code)
    practices.push(made)
    return made.id
  }

  // Each by somebody, whatever their own seat: what it costs to show is the same.
  function adopt(practice: Written, collectivity_code: string) {
    const [adoption, at] = [id(), day()]
    const [person, status] = [pick(people), pick(['interested', 'planned', 'running'])]
    const own = { id: adoption, practice_id: practice.id, collectivity_code }
    insert('adoption', { ...own, status, since: at.slice(0, 10) })
    const step = { id: id(), kind: 'step', thread_id: practice.id, space_id: practice.space_id }
    const by = { author_id: person.id, seat_id: person.seat, lang: 'fr', state: 'published' }
    insert('item', { ...step, ...by, published_at: at })
    insert('item_text', { item_id: step.id, lang: 'fr' })
    insert('section', { item_id: step.id, lang: 'fr', name: 'lessons', source: 'x', html: '<p>x</p>', renderer: 1 }) // prettier-ignore
    insert('adoption_step', { item_id: step.id, adoption_id: adoption, status, happened_on: at.slice(0, 10) }) // prettier-ignore
    insert('ask', { id: id(), item_id: practice.id, collectivity_code, function: 'focal_point', about: 'planned_3', due_on: at.slice(0, 10) }) // prettier-ignore
  }

  function addThread(open = false) {
    const made = addItem('thread', open || threads.length === 0)
    insert('thread', { item_id: made.id, form: pick(['question', 'experience']), last_post_at: made.at }) // prettier-ignore
    link(made)
    const [reader] = people
    insert('draft', { user_id: reader!.id, form: `reply:${made.id}`, fields: '{"body":["x"]}' })
    threads.push(made)
    return made.id
  }

  function link(made: Written) {
    const challenge = made.open ? challenges[0]! : pick(challenges)
    if (made.open || random() < 0.5) {
      insert('challenge_link', { challenge_id: challenge.id, item_id: made.id })
    }
  }

  // Of what there is of everything else, by nothing but the order: other numbers stay as they were.
  function addCollection() {
    const made = { id: `0000${String(collections.length).padStart(8, '0')}` }
    const published_at = new Date(START + collections.length * DAY).toISOString()
    const row = { kind: 'collection', lang: 'fr', state: 'published', published_at }
    insert('item', { ...made, ...row, author_id: people[2]!.id })
    insert('item_text', { item_id: made.id, lang: 'fr', title: 'Collection' })
    for (const [index, { id: item_id }] of [...practices, ...threads].slice(0, 40).entries()) {
      insert('collection_entry', { collection_id: made.id, item_id, position: index + 1 })
    }
    collections.push(made)
  }

  // The same: each with presentations of the place where the first people sit.
  function addEvent() {
    const made = { id: `0001${String(events.length).padStart(8, '0')}` }
    const published_at = new Date(START + events.length * DAY).toISOString()
    const row = { kind: 'event', lang: 'fr', state: 'published', published_at }
    insert('item', { ...made, ...row, author_id: people[2]!.id })
    insert('item_text', { item_id: made.id, lang: 'fr', title: 'Event' })
    insert('event', { item_id: made.id, place: 'x', starts_on: published_at.slice(0, 10) })
    for (const [index, { id: practice_id }] of practices.slice(0, 20).entries()) {
      const presentation_id = `0002${String(events.length * 20 + index).padStart(8, '0')}`
      const own = { id: presentation_id, event_id: made.id, collectivity_code: codes[20] }
      insert('presentation', { ...own, title: `Presentation ${index}`, lang: 'fr' })
      insert('presentation_practice', { presentation_id, practice_id })
    }
    events.push(made)
  }

  function addPost(thread: Written) {
    const around = { thread_id: thread.id, space_id: thread.space_id }
    addItem('post', true, { ...around, published_at: day() })
  }

  // What people do with what others wrote, and what the program keeps of it.
  function addDeed() {
    const [person, item] = [pick(people), pick([...threads, ...practices])]
    const key = { user_id: person.id, item_id: item.id }
    if (random() < 0.3) {
      for (const table of ['bookmark', 'follow']) insert(table, { ...key, created_at: day() })
    }
    insert('reaction', { ...key, meaning: 'thanks' })
    const told = random() < 0.2 ? people[0]! : person
    insert('notification', { id: id(), user_id: told.id, kind: 'reply', item_id: item.id, actor_id: pick(people).id, created_at: day(), read_at: pick([null, day()]) }) // prettier-ignore
    insert('audit', { id: id(), actor_id: person.id, verb: 'item_hidden', subject_kind: 'item', subject_id: item.id, created_at: day() }) // prettier-ignore
    insert('mail', { id: id(), user_id: person.id, recipient: 'a@example.org', lang: 'fr', subject: 's', body: 'b', item_id: item.id, sent_at: day() }) // prettier-ignore
    insert('file', { id: id(), item_id: item.id, name: 'a.pdf', kind: 'document', mime: 'application/pdf', size: 9 }) // prettier-ignore
    const settled_at = random() < 0.95 ? day() : null
    insert('report', { id: id(), item_id: item.id, reporter_id: person.id, reason: 'other', settled_at, settlement: settled_at && 'kept' }) // prettier-ignore
  }

  function addItem(kind: string, open: boolean, given: Record<string, unknown> = {}): Written {
    const writer = open && kind !== 'post' ? people[2]! : pick(people)
    const [lang, at] = [pick(['ar', 'fr']), day()]
    const state = open || random() < 0.9 ? 'published' : pick(stateOf(kind))
    const hidden_at = !open && random() < 0.03 ? at : null
    const space_id = open || random() < 0.6 ? null : pick(spaces).id
    const row = {
      id: id(),
      kind,
      lang,
      state,
      space_id,
      author_id: writer.id,
      seat_id: writer.seat,
    }
    insert('item', { ...row, created_at: at, published_at: at, hidden_at, ...given })
    insert('item_text', { item_id: row.id, lang, title: kind === 'post' ? null : words(5) })
    const text = words(30)
    insert('section', { item_id: row.id, lang, name: 'body', source: text, html: `<p>${text}</p>`, renderer: 1 }) // prettier-ignore
    if (kind !== 'post') fileUnder(row.id, open)
    return { id: row.id, at, space_id, open }
  }

  function fileUnder(item_id: string, open: boolean) {
    const chosen = open ? [tags[0]!] : some(tags, 2)
    for (const { id: tag_id } of chosen) insert('item_tag', { item_id, tag_id })
    for (const principle of open ? [PRINCIPLES[0]] : some(PRINCIPLES, 2)) {
      insert('item_principle', { item_id, principle })
    }
  }
}

const inserts = new Map<string, ReturnType<typeof sqlite.prepare>>()

export function insert(table: string, row: Record<string, unknown>) {
  const names = Object.keys(row)
  const source = `insert or ignore into ${table} (${names}) values (${names.map(() => '?')})`
  if (!inserts.has(source)) inserts.set(source, sqlite.prepare(source))
  inserts.get(source)!.run(Object.values(row))
}

function countReplies() {
  sqlite.exec(`update thread set
    reply_count = (select count(*) from item where thread_id = thread.item_id),
    last_post_at = coalesce((select max(published_at) from item where thread_id = thread.item_id),
      last_post_at)`)
}

function stateOf(kind: string) {
  if (kind === 'practice' || kind === 'tool') return ['draft', 'submitted', 'archived']
  return kind === 'thread' ? ['held'] : ['published']
}

function codeOf(index: number) {
  const two = (number: number) => String(number).padStart(2, '0')
  return index < 12
    ? two(index + 1)
    : `${two((index % 12) + 1)}.001.01.${two(Math.floor(index / 12))}`
}

function times(count: number, make: (index: number) => unknown) {
  for (let index = 0; index < count; index++) make(index)
}

// Mulberry32: small, and the same on every machine.
export function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
