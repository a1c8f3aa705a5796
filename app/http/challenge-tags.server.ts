import { data } from '@remix-run/node'
import { tagNames } from '#app/domain/challenges/challenges.schema.server.ts'
import type { Composing, Typed } from '#app/domain/drafts/composing.ts'
import { suggestTags } from '#app/domain/search/suggest-tags.server.ts'
import { listTags, tagsByName } from '#app/domain/tags/tags.server.ts'
import { db } from '#db/client.server.ts'
import { langOf } from './conversation.server.ts'
import { refused } from './composer.server.ts'

const MOST_TAGS = 12

/**
 * The tags that were typed into a form by name or ticked among those suggested; or its answer, when one
 * of them is unknown.
 */
export async function readTags(line: string, values: Typed) {
  const names = [...tagNames(line), ...(values.more_tags ?? [])].slice(0, MOST_TAGS)
  const { ids, unknown } = await tagsByName(db, names)
  if (unknown.length === 0) return { ok: true as const, ids }
  return refused(422, { values, errors: { tags: 'challenges.errors.tag' } })
}

/** A composer with the tags that its text names, beside those chosen already. */
export async function withTags<C extends Composing>(request: Request, composer: C) {
  const { title = [], body = [], tags = [], more_tags = [] } = composer.values
  const suggested = await suggestTags(db, await listTags(db, langOf(request)), {
    title: title[0] ?? '',
    text: body[0] ?? '',
    filed: tagNames(tags[0] ?? ''),
  })
  return { ...composer, suggested, ticked: more_tags }
}

type Answer = ReturnType<typeof refused>['answer']

/** The same of an answer that gives the form back. */
export async function answerWithTags(request: Request, { data: composer, init }: Answer) {
  return data(await withTags(request, composer), init ?? undefined)
}
