import { expect } from 'vitest'
import { CHECKS } from '#app/domain/items/checks.ts'
import { db } from '#db/client.server.ts'
import { aChallenge, aCollectivity } from './factories.ts'

/** All that publishing a practice asks for, as a form sends it. */
export async function aCompletePractice(given: Record<string, string | string[]> = {}) {
  const challenge = await aChallenge()
  const { code } = await aCollectivity()
  return {
    intent: 'publish',
    checked: [...CHECKS],
    lang: 'fr',
    title: 'Des réunions',
    summary: 'Six réunions avant le vote.',
    collectivity: code,
    principles: ['transparence'],
    challenges: [challenge.id],
    steps: 'Première **étape**',
    stage: 'running',
    lessons: 'Répondre à chacun.',
    ...given,
  }
}

/** The id of the practice that a redirect leads to. */
export async function idAfter(answer: Response) {
  expect(answer.status).toBe(302)
  return answer.headers.get('location')!.split('/')[3]!
}

export async function stateOf(id: string) {
  const item = await db.selectFrom('item').where('id', '=', id).select('state').executeTakeFirst()
  return item?.state
}

/** The revision an edit that begins now would name. */
export async function revisionOf(id: string) {
  const rows = await db.selectFrom('revision').where('item_id', '=', id).select('number').execute()
  return String(Math.max(...rows.map(({ number }) => number)))
}
