import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { FORMS, isForm } from '#app/domain/threads/forms.ts'
import { listThreads } from '#app/domain/threads/threads.server.ts'
import { challengeAskedFor, langOf } from '#app/http/conversation.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card-list.tsx'
import { LinkedTitle } from '#app/ui/challenge-answers.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { challenge }) => t(challenge ? 'challenges.threads.title' : 'threads.title'),
  description: (t) => t('threads.lead'),
  feeds: ['threads'],
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('form')
  const form = isForm(asked) ? asked : undefined
  const after = readCursor(searchParams.get('after'))
  const challenge = (await challengeAskedFor(args))?.challenge
  const narrowed = { form, challenge: challenge?.id, after }
  return {
    form,
    challenge: challenge ? { id: challenge.id, title: challenge.title } : null,
    threads: await listThreads(db, context.viewer, langOf(request), narrowed),
  }
}

export default function Threads() {
  const { form, challenge, threads } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const to = (one?: string, after?: string) =>
    threadsPath({ form: one, challenge: challenge?.id, after })
  const tabs = [undefined, ...FORMS].map((one) => ({
    to: to(one),
    label: t(`threads.tabs.${one ?? 'all'}`),
    current: one === form,
  }))
  const ask = (
    <ButtonLink
      to={challenge ? `/threads/new?challenge=${challenge.id}` : '/threads/new'}
      icon="plus"
    >
      {t('threads.new.title')}
    </ButtonLink>
  )
  return (
    <>
      {challenge ? (
        <LinkedTitle title={t('challenges.threads.title')} challenge={challenge} actions={ask} />
      ) : (
        <PageTitle title={t('threads.title')} lead={t('threads.lead')} actions={ask} />
      )}
      <Tabs label={t('threads.tabs.label')} items={tabs} />
      {threads.rows.length === 0 ? (
        <EmptyState title={t('threads.none')} text={t('threads.none_text')} />
      ) : (
        <CardList cards={threads.rows} level="h2" />
      )}
      <Pager older={threads.next && to(form, threads.next)} />
    </>
  )
}

function threadsPath(asked: { form?: string; challenge?: string; after?: string }) {
  const entries = Object.entries(asked).filter((one): one is [string, string] => !!one[1])
  return entries.length ? `/threads?${new URLSearchParams(entries).toString()}` : '/threads'
}
