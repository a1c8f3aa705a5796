import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { type FollowedTopic, listTopics } from '#app/domain/follows/topics.server.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { listMarked } from '#app/domain/items/marked.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { langOf } from '#app/http/conversation.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Button } from '#app/ui/button.tsx'
import { CardList } from '#app/ui/card-list.tsx'
import { Chip, Chips } from '#app/ui/chip.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Section } from '#app/ui/section.tsx'
import { db } from '#db/client.server.ts'
import { SiteForm } from '#app/ui/site-form.tsx'

export const handle: PageHandle = { title: (t) => t('follows.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args)
  const lang = langOf(args.request)
  const after = readCursor(new URL(args.request.url).searchParams.get('after'))
  const page = await listMarked(db, viewer, lang, { table: 'follow', after })
  return { ...page, topics: after ? [] : await listTopics(db, viewer, lang) }
}

export default function Follows() {
  const { rows, next, topics } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="stack-large">
      <PageTitle title={t('follows.title')} lead={t('follows.lead')} />
      {rows.length + topics.length === 0 ? (
        <EmptyState title={t('follows.none')} text={t('follows.none_text')} />
      ) : null}
      <Topics topics={topics} />
      {rows.length ? (
        <Section title={t('follows.items')}>
          <CardList cards={rows} after={(card) => <Remove card={card} />} />
        </Section>
      ) : null}
      <Pager older={next && `/follows?after=${next}`} />
    </div>
  )
}

// Each leads to its page, where following it stops.
function Topics({ topics }: { topics: FollowedTopic[] }) {
  const { t } = useTranslation()
  if (topics.length === 0) return null
  return (
    <Section title={t('follows.topics')}>
      <Chips label={t('follows.topics')}>
        {topics.map(({ path, label, lang }) => (
          <Chip key={path} to={path} label={label} lang={lang ?? undefined} />
        ))}
      </Chips>
    </Section>
  )
}

function Remove({ card }: { card: Card }) {
  const { t } = useTranslation()
  return (
    <SiteForm to={`/follows/${card.id}`}>
      <input type="hidden" name="list" value="1" />
      <Button variant="quiet" small icon="close">
        {t('follows.remove')}
        <span className="visually-hidden"> {card.title}</span>
      </Button>
    </SiteForm>
  )
}
