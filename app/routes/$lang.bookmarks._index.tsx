import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listBookmarks } from '#app/domain/bookmarks/bookmarks.server.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { inLanguage } from '#app/ui/link.tsx'
import { tellSaved } from '#app/ui/offline/device.ts'
import { RecentlySeen } from '#app/ui/offline/recently-seen.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('bookmarks.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const after = readCursor(new URL(args.request.url).searchParams.get('after'))
  const page = await listBookmarks(db, viewer, langOf(args.request), after)
  return { ...page, isFirst: after === undefined, viewer: viewer.id }
}

export default function Bookmarks() {
  const { rows, next, isFirst, viewer } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const lang = useLang()
  useEffect(() => {
    if (isFirst) tellSaved(rows.map((card) => inLanguage(lang, itemPath(card))))
  }, [rows, isFirst, lang])
  return (
    <>
      <PageTitle title={t('bookmarks.title')} lead={t('bookmarks.lead')} />
      {rows.length === 0 ? (
        <EmptyState title={t('bookmarks.none')} text={t('bookmarks.none_text')} />
      ) : (
        <CardList cards={rows} level="h2" after={(card) => <Remove card={card} />} />
      )}
      <Pager older={next && `/bookmarks?after=${next}`} />
      {isFirst ? <RecentlySeen viewer={viewer} /> : null}
    </>
  )
}

function Remove({ card }: { card: Card }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <Form method="post" action={inLanguage(lang, `/bookmarks/${card.id}`)}>
      <input type="hidden" name="list" value="1" />
      <Button variant="quiet" small icon="close">
        {t('bookmarks.remove')}
        <span className="visually-hidden"> {card.title}</span>
      </Button>
    </Form>
  )
}
