import { type Count, countLinked, whoLinked } from '#app/domain/challenges/answers.server.ts'
import { canConclude, canContribute, canUnlink } from '#app/domain/challenges/challenges.policy.ts'
import type { FoundChallenge } from '#app/domain/challenges/challenges.server.ts'
import type { Stance } from '#app/domain/challenges/stances.ts'
import { listOwnSeats } from '#app/domain/items/authors.server.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { canEdit, canReact } from '#app/domain/posts/posts.policy.ts'
import { listPractices } from '#app/domain/practices/list.server.ts'
import { listPossibleAnswers } from '#app/domain/practices/neighbours.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { nameTags } from '#app/domain/tags/tags.server.ts'
import { firstWords } from '#app/domain/text/markdown.server.ts'
import { canAsk } from '#app/domain/threads/threads.policy.ts'
import { listThreads } from '#app/domain/threads/threads.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import { db } from '#db/client.server.ts'
import type { openChallengeAt } from './conversation.server.ts'
import { linkedChallenge } from './linked-data.server.ts'
import { passOn, shareItem } from './share.server.ts'

/** Of each list a challenge shows so many, with the way to the rest. */
const SHOWN = 6

type Opened = Awaited<ReturnType<typeof openChallengeAt>>

/** All that a challenge's page shows: the problem, who faces it, what is said and what answers it. */
export async function showChallenge(viewer: Viewer, opened: Opened) {
  const { lang, challenge, around } = opened
  const { id } = challenge
  const contribute = canContribute(viewer, challenge, around)
  const conclude = canConclude(viewer, challenge, around)
  const first = { challenge: id, size: SHOWN }
  const answers = (await listPractices(db, viewer, lang, first)).rows
  const linked = await countLinked(db, viewer, id)
  return {
    challenge: headOf(challenge),
    share: viewer ? null : shareChallenge(opened, linked.answers),
    pass: passOn(challenge),
    space: around ? { name: around.name, slug: around.slug } : null,
    audience: await audienceOf(db, around),
    tags: nameTags(challenge.tags, lang),
    faces: challenge.faces,
    seats: contribute && viewer ? await seatsToSpeakFor(viewer, challenge.faces) : [],
    threads: (await listThreads(db, viewer, lang, first)).rows,
    answers,
    linked,
    removable: await listRemovable(viewer, opened, answers),
    possible: await listPossibleAnswers(db, viewer, lang, { id, title: challenge.title }),
    may: {
      contribute,
      conclude,
      ask: canAsk(viewer, around) && challenge.hidden_at === null,
      edit: canEdit(viewer, challenge, around),
      react: canReact(viewer, challenge, around),
      report: challenge.author_id !== viewer?.id,
      moderate: challenge.steward,
    },
    signedIn: viewer !== null,
  }
}

/** The ids of those answers to a challenge whose link the viewer may take away. */
export async function listRemovable(
  viewer: Viewer,
  { challenge, around }: Pick<Opened, 'challenge' | 'around'>,
  answers: Card[],
) {
  if (!viewer || answers.length === 0) return []
  const ids = answers.map(({ id }) => id)
  const links = await whoLinked(db, challenge.id, ids)
  return links
    .filter((link) => canUnlink(viewer, challenge, link, around))
    .map((link) => link.item_id)
}

function headOf(challenge: FoundChallenge) {
  const { source, outcome_source: _, author_id, hidden_by: __, ...rest } = challenge
  const { space_id: ___, titles: ____, tags: _____, faces: ______, ...head } = rest
  const { summary, author } = head
  // Only what was taken over from a source has a summary; the rest lost its author, who once was.
  const taken = author_id === null && summary !== null
  const lead = (summary ?? firstWords(source)).replace(/\s+/g, ' ').slice(0, 160)
  return { ...head, author: taken ? null : author, lead }
}

function shareChallenge({ lang, challenge }: Opened, { count, more }: Count) {
  const answers = more ? null : count
  return shareItem(
    { ...challenge, kind: 'challenge' },
    { lang, linked: (address) => linkedChallenge(headOf(challenge), answers, { address, lang }) },
  )
}

type Faced = { code: string; stance: Stance }

async function seatsToSpeakFor(viewer: NonNullable<Viewer>, faces: Faced[]) {
  const stances = new Map(faces.map(({ code, stance }) => [code, stance]))
  const seats = await listOwnSeats(db, viewer)
  return seats
    .filter(({ place }) => place)
    .map((seat) => ({ ...seat, stance: stances.get(seat.place!.code) ?? null }))
}
