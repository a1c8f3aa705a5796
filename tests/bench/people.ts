import { NOTICE } from '#app/domain/personal-data/notice.ts'
import { hashPassword } from '#app/domain/users/passwords.server.ts'
import { insert } from '../support/forum.ts'
import { chance } from './chance.ts'
import type { Texts } from './texts.ts'

export const PASSWORD = 'a password of the benchmark'

/** Who is measured: neither is in the spaces of the other's making by chance alone. */
export const MEMBER = 'p-1'
export const OF_MANY_SPACES = 'p-2'
const MANY_SPACES = 100
const FEW_SPACES = 4

export type Person = { id: string; handle: string; seat: string; lang: 'ar' | 'fr' }
export type Space = { id: string; slug: string; visibility: string; members: Person[] }

/** Adds people, nearly all with a confirmed seat. All have the same password, as it is costly to make. */
export async function addPeople(texts: Texts, codes: string[], count: number) {
  const { random, pick, id, day } = chance(21)
  const password_hash = await hashPassword(PASSWORD)
  return Array.from({ length: count }, (_, index): Person => {
    const lang = pick(['ar', 'ar', 'fr'] as const)
    const person = { id: id(), handle: `p-${index}`, seat: id(), lang }
    const name = texts.words(lang, 2).slice(0, 80)
    const at = day()
    const email = emailOf(person)
    insert('user', { id: person.id, handle: person.handle, name, email, lang, password_hash, email_confirmed_at: at, created_at: at }) // prettier-ignore
    insert('consent', { user_id: person.id, notice: NOTICE, given_at: at })
    const isConfirmed = index < 10 || random() < 0.95
    insert('seat', { id: person.seat, user_id: person.id, collectivity_code: pick(codes), function: pick(['focal_point', 'elected', 'staff']), created_at: at, confirmed_at: isConfirmed ? at : null }) // prettier-ignore
    return person
  })
}

export function emailOf({ handle }: { handle: string }) {
  return `${handle}@example.org`
}

/** Adds spaces, every second one private, each with its members. */
export function addSpaces(texts: Texts, people: Person[], count: number) {
  const { random, pick, id, day } = chance(22)
  const few = people.find(({ handle }) => handle === MEMBER)!
  const many = people.find(({ handle }) => handle === OF_MANY_SPACES)!
  const others = people.filter((person) => person !== few && person !== many)
  return Array.from({ length: count }, (_, index): Space => {
    const visibility = ['private', 'public', 'private', 'network'][index % 4]!
    const joining = visibility === 'private' ? 'invitation' : 'request'
    const space = { id: id(), slug: `space-${index}`, visibility }
    const lang = pick(['ar', 'fr'] as const)
    const [name, purpose] = [texts.words(lang, 3).slice(0, 80), texts.summary(lang)]
    const measured = [...(index < MANY_SPACES ? [many] : []), ...(index < FEW_SPACES ? [few] : [])]
    const drawn = Array.from({ length: 5 + Math.floor(random() ** 2 * 60) }, () => pick(others))
    const members = [...new Set([...drawn, ...measured])]
    insert('space', { ...space, name, purpose, lang, joining, created_by: members[0]!.id, created_at: day() }) // prettier-ignore
    for (const [position, { id: user_id }] of members.entries()) {
      const role = position === 0 ? 'owner' : 'member'
      insert('space_member', { space_id: space.id, user_id, role, joined_at: day() })
    }
    return { ...space, members }
  })
}
