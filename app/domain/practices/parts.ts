import { MEMBER_PARTS, type MemberPart, type PartReaders } from '../items/items.limits.ts'
import type { Snapshot } from '../items/revisions.server.ts'
import type { PracticeView } from './view.ts'

type Readers = Record<`${MemberPart}_readers`, PartReaders>
type Ground = { space_id: string | null; visibility: 'public' | 'network' | 'private' | null }

/** Whether a practice stands where everybody reads it: in a narrower space all of it is for that space. */
export function isInPublic({ space_id, visibility }: Ground) {
  return space_id === null || visibility === 'public'
}

/** The parts that are for members alone, of a practice where everybody reads the rest. */
export function forMembers(readers: Readers) {
  return MEMBER_PARTS.filter((part) => readers[`${part}_readers`] === 'network')
}

/**
 * A practice as everybody reads it who reads the rest: what is made to be handed on says nothing that is
 * for members.
 */
export function toHandOn<
  T extends Pick<PracticeView, 'for_members' | 'sections' | 'cost' | 'contact'>,
>(practice: T): T {
  const isOpen = (part: string) => !practice.for_members.some((one) => one === part)
  return {
    ...practice,
    sections: practice.sections.filter(({ name }) => isOpen(name)),
    cost: isOpen('cost') ? practice.cost : null,
    contact: isOpen('contact') ? practice.contact : null,
  }
}

type Reading = { insider: boolean; shut: MemberPart[] }

/**
 * A revision as the reader of a practice may know it. From whoever is no insider is kept what is for
 * members now, or was when it was saved, and that there is a choice.
 */
export function revisionFor({ insider, shut }: Reading, snapshot: Snapshot): Snapshot {
  const { practice, sections } = snapshot
  if (insider || !practice) return snapshot
  const { obstacles_readers, cost_readers, contact_readers, ...facts } = practice
  const then = forMembers({ obstacles_readers, cost_readers, contact_readers })
  const closed = (part: MemberPart) => shut.includes(part) || then.includes(part)
  const told = (part: 'cost' | 'contact') => (closed(part) ? null : (facts[part] ?? null))
  return {
    ...snapshot,
    sections: sections.filter(({ name }) => name !== 'obstacles' || !closed('obstacles')),
    practice: { ...facts, cost: told('cost'), contact: told('contact') } as typeof practice,
  }
}

type Numbered = { number: number; snapshot: Snapshot }

/**
 * Revisions, the latest first, without those that changed nothing the reader may know of, and
 * numbered as if they had never been.
 */
export function withoutUnseen<T extends Numbered>(revisions: T[]): T[] {
  const same = (one: T, other?: T) =>
    JSON.stringify(one.snapshot) === JSON.stringify(other?.snapshot)
  const unseen = revisions.filter((one, at) => same(one, revisions[at + 1]))
  return revisions
    .filter((one) => !unseen.includes(one))
    .map((one) => ({
      ...one,
      number: one.number - unseen.filter(({ number }) => number < one.number).length,
    }))
}
