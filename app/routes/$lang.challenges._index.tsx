import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listChallenges } from '#app/domain/challenges/challenges.server.ts'
import { isProgress } from '#app/domain/challenges/progress.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { findTag, listTags } from '#app/domain/tags/tags.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ChallengeList } from '#app/ui/challenge-list.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('challenges.title'),
  description: (t) => t('challenges.lead'),
  feeds: ['challenges'],
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const lang = langOf(request)
  const slug = searchParams.get('tag')
  const tag = slug ? await findTag(db, slug, lang) : undefined
  const principle = PRINCIPLES.find((one) => one === searchParams.get('principle'))
  const asked = searchParams.get('progress')
  const progress = isProgress(asked) ? asked : undefined
  const after = readCursor(searchParams.get('after'))
  return {
    chosen: { principle, progress, tag: tag?.slug },
    tags: await listTags(db, lang),
    challenges: await listChallenges(db, context.viewer, lang, {
      principle,
      progress,
      tagId: tag?.id,
      after,
    }),
  }
}

export default function Challenges() {
  return <ChallengeList {...useLoaderData<typeof loader>()} />
}
