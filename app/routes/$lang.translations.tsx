import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isLang } from '#app/domain/languages.ts'
import { listAsked, listOutdated } from '#app/domain/practices/translation-queue.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { requireMember } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { TranslationQueue } from '#app/ui/translation-queue.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('translations.queue.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireMember(args)
  const given = new URL(args.request.url).searchParams.get('into')
  const into = isLang(given) ? given : undefined
  const asked = { lang: langOf(args.request), into }
  return {
    into: into ?? null,
    asked: await listAsked(db, viewer, asked),
    outdated: await listOutdated(db, viewer, asked),
  }
}

export default function Queue() {
  return <TranslationQueue {...useLoaderData<typeof loader>()} />
}
