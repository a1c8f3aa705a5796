import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { FORMS, isForm } from '#app/domain/threads/forms.ts'
import { listThreads } from '#app/domain/threads/threads.server.ts'
import { langOf } from '#app/http/conversation.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('threads.title'),
  description: (t) => t('threads.lead'),
  feeds: ['threads'],
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('form')
  const form = isForm(asked) ? asked : undefined
  const after = readCursor(searchParams.get('after'))
  return {
    form,
    threads: await listThreads(db, context.viewer, langOf(request), { form, after }),
  }
}

export default function Threads() {
  const { form, threads } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const to = (one?: string) => (one ? `/threads?form=${one}` : '/threads')
  const tabs = [undefined, ...FORMS].map((one) => ({
    to: to(one),
    label: t(`threads.tabs.${one ?? 'all'}`),
    current: one === form,
  }))
  const ask = (
    <ButtonLink to="/threads/new" icon="plus">
      {t('threads.new.title')}
    </ButtonLink>
  )
  return (
    <>
      <PageTitle title={t('threads.title')} lead={t('threads.lead')} actions={ask} />
      <Tabs label={t('threads.tabs.label')} items={tabs} />
      {threads.rows.length === 0 ? (
        <EmptyState title={t('threads.none')} text={t('threads.none_text')} />
      ) : (
        <CardList cards={threads.rows} level="h2" />
      )}
      <Pager older={threads.next && `${to(form)}${form ? '&' : '?'}after=${threads.next}`} />
    </>
  )
}
