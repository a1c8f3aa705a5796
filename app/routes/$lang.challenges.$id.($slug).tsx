import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { itemPath } from '#app/domain/items/paths.ts'
import { showChallenge } from '#app/http/challenge-page.server.ts'
import { openChallengeAt } from '#app/http/conversation.server.ts'
import { canonical } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ChallengePage } from '#app/ui/challenge-page.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { challenge }) => challenge.title,
  description: (_, { challenge }) => challenge.lead,
}

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openChallengeAt(args)
  canonical(args.request, args.params.slug, itemPath(opened.challenge))
  return showChallenge(args.context.viewer, opened)
}

export default function Challenge() {
  return <ChallengePage {...useLoaderData<typeof loader>()} />
}
