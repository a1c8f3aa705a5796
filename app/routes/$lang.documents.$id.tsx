import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { findDocument } from '#app/domain/documents/documents.server.ts'
import { filePath } from '#app/domain/files/files.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import { findSpaceById } from '#app/domain/spaces/spaces.server.ts'
import { found } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Audience } from '#app/ui/audience.tsx'
import { StateBadge } from '#app/ui/badge.tsx'
import { ConfirmButton } from '#app/ui/confirm-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ModerationActions } from '#app/ui/moderation-actions.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { DocumentFacts } from '#app/ui/space-documents.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<{ document: { title: string } }> = {
  title: (_, { document }) => document.title,
  robots: 'noindex',
}

export async function loader({ params, context: { viewer } }: LoaderFunctionArgs) {
  const document = found(await findDocument(db, viewer, params.id ?? ''))
  const space = found(await findSpaceById(db, viewer, document.space_id ?? ''))
  return {
    document: { ...document, title: document.title ?? '' },
    href: filePath({ id: document.file_id, name: document.name }),
    space: { name: space.name, slug: space.slug },
    audience: await audienceOf(db, space),
  }
}

export default function Document() {
  const { document, href, space, audience } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const crumbs = [
    { to: '/spaces', label: t('spaces.title') },
    { to: `/spaces/${space.slug}`, label: space.name },
    { to: `/spaces/${space.slug}/documents`, label: t('spaces.tabs.documents') },
  ]

  return (
    <>
      <PageTitle
        title={document.title}
        lang={document.lang}
        breadcrumbs={crumbs}
        kicker={document.hidden_at ? <StateBadge state="hidden" /> : undefined}
        meta={
          <>
            <Audience audience={audience} />
            <DocumentFacts document={document} />
          </>
        }
        actions={
          <a href={href} className="button button-primary" hrefLang={document.lang}>
            <Icon name="download" />
            {t('documents.download')}
          </a>
        }
      />
      <ModerationActions
        id={document.id}
        hiddenAt={document.hidden_at}
        steward={Boolean(document.steward)}
        own={Boolean(document.may_remove)}
      />
      {document.may_remove ? (
        <ConfirmButton
          label={t('documents.remove')}
          about={document.title}
          action={`/documents/${document.id}/remove`}
        />
      ) : null}
    </>
  )
}
