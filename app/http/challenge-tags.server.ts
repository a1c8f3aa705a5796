import { tagNames } from '#app/domain/challenges/challenges.schema.server.ts'
import { tagsByName } from '#app/domain/tags/tags.server.ts'
import type { Typed } from '#app/domain/drafts/composing.ts'
import { db } from '#db/client.server.ts'
import { refused } from './composer.server.ts'

/** The tags that were typed into a form by name; or its answer, when one of them is unknown. */
export async function readTags(line: string, values: Typed) {
  const { ids, unknown } = await tagsByName(db, tagNames(line))
  if (unknown.length === 0) return { ok: true as const, ids }
  return refused(422, { values, errors: { tags: 'challenges.errors.tag' } })
}
