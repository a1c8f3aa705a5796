import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { RENDERER } from '#app/domain/text/markdown.server.ts'
import { insert } from '../support/forum.ts'
import { chance } from './chance.ts'
import type { Person, Space } from './people.ts'
import type { Texts } from './texts.ts'

/** What is measured, the same in every forum, however large. */
export const SHORT_THREAD = '000000000001'
export const LONG_THREAD = '000000000002'
export const PRACTICE = '000000000003'
export const CHALLENGE = '000000000004'
const REPLIES: Record<string, number> = { [SHORT_THREAD]: 20, [LONG_THREAD]: 400 }
/** Where the tag page under measure gets its rows, as many as a busy tag has. */
export const TAG = 'participatory-budget'

const SECTIONS = ['context', 'steps', 'results', 'lessons', 'obstacles', 'partners', 'transfer']
const STAGES = ['idea', 'pilot', 'running', 'evaluated']

type Lang = 'ar' | 'fr'
type Forum = { texts: Texts; people: Person[]; spaces: Space[]; codes: string[]; tags: string[] }
type Place = { id?: string; space_id?: string | null; thread_id?: string; at?: string; by?: Person }
type Made = { id: string; space: Space | null; lang: Lang; at: string; by: Person; state: string }
type Amounts = { challenges: number; practices: number; threads: number; replies: number }

/** Adds what people write and do, but neither the search index nor the counts of replies. */
export function addContent({ texts, people, spaces, codes, tags }: Forum, amounts: Amounts) {
  const { random, pick, some, id, day } = chance(23)
  const byId = new Map(spaces.map((space) => [space.id, space]))
  // A few write much, most little.
  const anyone = () => people[Math.floor(random() ** 2 * people.length)]!

  const challenges = times(amounts.challenges, (index) => addChallenge(index === 0))
  const practices = times(amounts.practices, (index) => addPractice(index === 0))
  const threads = [SHORT_THREAD, LONG_THREAD].map((one) => addThread(one))
  times(amounts.threads - threads.length, () => threads.push(addThread()))
  const fixed = threads.slice(0, 2).flatMap((thread) => Array<Made>(REPLIES[thread.id]!).fill(thread)) // prettier-ignore
  const rest = Math.max(0, amounts.replies - fixed.length)
  const replied = [...fixed, ...times(rest, () => threads[2 + Math.floor(random() ** 2 * (threads.length - 2))]!)] // prettier-ignore
  const circles = new Map(threads.map((thread) => [thread, circleOf(thread)]))
  for (const thread of replied) addReply(thread)
  for (const item of [...threads, ...practices, ...challenges]) addDeeds(item)

  function addChallenge(measured: boolean) {
    const made = addItem('challenge', measured ? { id: CHALLENGE, space_id: null } : {})
    addText(made, made.lang, { title: true, summary: true, sections: { body: 3 } })
    insert('challenge', { item_id: made.id, progress: pick(['open', 'open', 'working']) })
    for (const code of some(codes, measured ? 8 : 3)) {
      insert('challenge_face', { challenge_id: made.id, collectivity_code: code })
    }
    return sealed(made)
  }

  function addPractice(measured: boolean) {
    const kind = measured || random() < 0.8 ? 'practice' : 'tool'
    const made = addItem(kind, measured ? { id: PRACTICE, space_id: null } : {})
    const langs = new Set([made.lang, ...(measured || random() < 0.4 ? (['ar', 'fr'] as const) : [])]) // prettier-ignore
    const sections = Object.fromEntries(
      SECTIONS.map((name) => [name, 1 + Math.floor(random() * 3)]),
    )
    for (const lang of langs) addText(made, lang, { title: true, summary: true, sections })
    insert('practice', { item_id: made.id, collectivity_code: pick(codes), stage: pick(STAGES), year: 2018 + Math.floor(random() * 8) }) // prettier-ignore
    link(made)
    if (random() < 0.3) insert('co_author', { item_id: made.id, user_id: anyone().id })
    if (random() < 0.3) insert('file', { id: id(), item_id: made.id, uploader_id: made.by.id, name: 'guide.pdf', kind: 'document', mime: 'application/pdf', size: 90_000 }) // prettier-ignore
    return sealed(made)
  }

  function addThread(fixed?: string) {
    const made = addItem('thread', fixed ? { id: fixed, space_id: null, at: '2024-03-01T08:00:00.000Z' } : {}) // prettier-ignore
    addText(made, made.lang, { title: true, sections: { body: fixed ? 3 : undefined } })
    insert('thread', { item_id: made.id, form: pick(['question', 'question', 'experience', 'discussion']), last_post_at: made.at }) // prettier-ignore
    link(made)
    return sealed(made)
  }

  function addReply(thread: Made) {
    const by = pick(circles.get(thread)!)
    const space_id = thread.space?.id ?? null
    const post = addItem('post', { thread_id: thread.id, space_id, at: day(thread.at), by })
    addText(post, post.lang, { sections: { body: undefined } })
    // As the program does for who replies the first time.
    insert('follow', { user_id: by.id, item_id: thread.id, created_at: post.at })
    if (random() < 0.3) react(post)
    saveRevision(post)
  }

  // A thread is talked out among some: the more the longer it is.
  function circleOf({ id: thread, space }: Made) {
    const size = thread === LONG_THREAD ? 60 : 4 + Math.floor(random() ** 3 * 40)
    return space ? some(space.members, size) : times(size, anyone)
  }

  function addItem(kind: string, { id: given, thread_id, at = day(), by, ...place }: Place): Made {
    const inSpace = random() < 0.4 && place.space_id === undefined ? pick(spaces) : null
    const space = byId.get(place.space_id ?? '') ?? inSpace
    const writer = by ?? (space ? pick(space.members) : anyone())
    const state = given || thread_id || random() < 0.97 ? 'published' : draftOf(kind)
    const hidden_at = !given && random() < 0.01 ? at : null
    const made = { id: given ?? id(), space, lang: writer.lang, at, by: writer, state }
    insert('item', { id: made.id, kind, lang: made.lang, state, space_id: space?.id ?? null, thread_id: thread_id ?? null, author_id: writer.id, seat_id: writer.seat, created_at: at, published_at: state === 'published' ? at : null, hidden_at }) // prettier-ignore
    return made
  }

  type Has = { title?: boolean; summary?: boolean; sections: Record<string, number | undefined> }

  function addText({ id: item_id }: Made, lang: Lang, { title, summary, sections }: Has) {
    const heads = { title: title ? texts.title(lang) : null, summary: summary ? texts.summary(lang) : null } // prettier-ignore
    insert('item_text', { item_id, lang, ...heads })
    for (const [name, paragraphs] of Object.entries(sections)) {
      insert('section', { item_id, lang, name, ...texts.text(lang, paragraphs), renderer: RENDERER }) // prettier-ignore
    }
  }

  function sealed(made: Made) {
    for (const tag_id of some(tags, 3)) insert('item_tag', { item_id: made.id, tag_id })
    for (const principle of some(PRINCIPLES, 2)) {
      insert('item_principle', { item_id: made.id, principle })
    }
    saveRevision(made)
    return made
  }

  // What a reply and a first version hold; the pages of a history are not measured.
  function saveRevision({ id: item_id, by, at, state }: Made) {
    const snapshot = JSON.stringify({ state, texts: [], sections: [], practice: null, principles: [], tags: [], challenges: [] }) // prettier-ignore
    insert('revision', { item_id, number: 1, author_id: by.id, created_at: at, snapshot })
  }

  function link({ id: item_id }: Made) {
    if (random() > 0.6) return
    const { id: challenge_id } = random() < 0.02 ? challenges[0]! : pick(challenges)
    insert('challenge_link', { challenge_id, item_id })
  }

  function addDeeds(item: Made) {
    times(Math.floor(random() ** 3 * 20), () => react(item))
    times(Math.floor(random() * 4), () => {
      const key = { user_id: anyone().id, item_id: item.id, created_at: day(item.at) }
      for (const table of ['bookmark', 'follow']) insert(table, key)
    })
    times(12, () => {
      const [told, actor, created_at] = [anyone(), anyone(), day(item.at)]
      insert('notification', { id: id(), user_id: told.id, kind: 'reply', item_id: item.id, actor_id: actor.id, created_at, read_at: random() < 0.8 ? created_at : null }) // prettier-ignore
    })
  }

  function react(item: Made) {
    const meaning = pick(['thanks', 'thanks', 'worked', 'did_not_work'])
    insert('reaction', { item_id: item.id, user_id: anyone().id, meaning, created_at: item.at })
  }
}

function draftOf(kind: string) {
  if (kind === 'practice' || kind === 'tool') return 'draft'
  return kind === 'thread' ? 'held' : 'published'
}

function times<T>(count: number, make: (index: number) => T) {
  return Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => make(index))
}
