import { type ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import type { Audience as Readers } from '#app/domain/spaces/audience.ts'
import type { Lang } from '#db/schema.ts'
import { Audience } from './audience.tsx'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { Tabs } from './tabs.tsx'

type Props = {
  space: { name: string; slug: string; purpose: string; lang: Lang; archived: boolean }
  audience: Readers
  /** The part of the space that is shown: what follows its address. */
  current: string
  tabs: { page: string; count?: number }[]
  actions?: ReactNode
}

/** The head of every page of a space: what it is for, who can read it, its parts. */
export function SpaceHead({ space, audience, current, tabs, actions }: Props) {
  const { t } = useTranslation()
  const items = tabs.map(({ page, count }) => ({
    to: page ? `/spaces/${space.slug}/${page}` : `/spaces/${space.slug}`,
    label: t(`spaces.tabs.${page || 'home'}`),
    current: page === current,
    count,
  }))
  return (
    <>
      <PageTitle
        title={space.name}
        lang={space.lang}
        breadcrumbs={[{ to: '/spaces', label: t('spaces.title') }]}
        meta={
          <>
            <Purpose {...space} />
            <Audience audience={audience} />
          </>
        }
        actions={actions}
      />
      {space.archived ? <Notice>{t('spaces.archived')}</Notice> : null}
      <Tabs label={t('spaces.tabs.label')} items={items} />
    </>
  )
}

function Purpose({ purpose, lang }: { purpose: string; lang: Lang }) {
  if (!purpose) return null
  return (
    <p className="page-title-lead" lang={lang} dir="auto">
      {purpose}
    </p>
  )
}
