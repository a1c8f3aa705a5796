import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { listRegions } from '#app/domain/collectivities/collectivities.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { isLang } from '#app/domain/languages.ts'
import { listPractices, listUsedTags } from '#app/domain/practices/list.server.ts'
import { canWritePractice } from '#app/domain/practices/practices.policy.ts'
import { type Stage, STAGES } from '#app/domain/practices/practices.limits.ts'
import { PRINCIPLES } from '#app/domain/principles/principles.ts'
import { findTag } from '#app/domain/tags/tags.server.ts'
import { listRemovable } from '#app/http/challenge-page.server.ts'
import { challengeAskedFor } from '#app/http/conversation.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { AnswerList, LinkedTitle } from '#app/ui/challenge-answers.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ActiveFilters, Filters } from '#app/ui/filters.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { activeFilters, filterFields, libraryPath } from '#app/ui/practice-filters.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { db } from '#db/client.server.ts'

// The files of the whole library, as those who reuse them call them.
const EXPORTS = { csv: 'CSV', jsonl: 'JSONL', jsonld: 'JSON-LD' }

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const { viewer } = context
  const regions = await listRegions(db)
  const tag = await findTag(db, searchParams.get('tag') ?? '', lang)
  const asked = {
    kind: oneOf(['practice', 'tool'] as const, searchParams.get('kind')),
    principle: oneOf(PRINCIPLES, searchParams.get('principle')),
    region: regions.find(({ code }) => code === searchParams.get('region'))?.code,
    stage: oneOf<Stage>(STAGES, searchParams.get('stage')),
    language: isLang(searchParams.get('language'))
      ? (searchParams.get('language') as typeof lang)
      : undefined,
  }
  const before = readCursor(searchParams.get('before'))
  const about = await challengeAskedFor(args)
  const challenge = about && { id: about.challenge.id, title: about.challenge.title }
  const narrowed = { ...asked, tag: tag?.id, challenge: challenge?.id, before }
  const page = await listPractices(db, viewer, lang, narrowed)
  return {
    page,
    chosen: { ...asked, tag: tag?.slug, challenge: challenge?.id },
    challenge: challenge ?? null,
    removable: about ? await listRemovable(viewer, about, page.rows) : [],
    regions,
    tags: withChosen(await listUsedTags(db, viewer, lang), tag),
    begun: before !== undefined,
    mayWrite: canWritePractice(viewer),
  }
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { chosen }) => t(titleOf(chosen)),
  description: (t, { chosen }) => t(`practices.list.${chosen.kind ?? 'all'}.lead`),
  feeds: ['practices'],
}

export default function Library() {
  const { page, chosen, challenge, removable, regions, tags, begun, mayWrite } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const lang = useLang()
  const offer = { chosen, challenge, regions, tags }
  const active = activeFilters(t, lang, offer)

  return (
    <>
      <Heading {...{ chosen, challenge, mayWrite }} />
      <div className="with-filters">
        <Filters
          action="/practices"
          fields={filterFields(t, lang, offer)}
          hidden={challenge ? [{ name: 'challenge', value: challenge.id }] : []}
        />
        <div className="stack">
          <ActiveFilters active={active} clear="/practices" />
          {page.rows.length ? (
            <AnswerList
              challengeId={challenge?.id ?? ''}
              answers={page.rows}
              removable={removable}
              level="h2"
            />
          ) : (
            <Empty filtered={active.length > 0} mayWrite={mayWrite} />
          )}
          <Pager
            newer={begun ? libraryPath(chosen) : null}
            older={page.next ? libraryPath({ ...chosen, before: page.next }) : null}
          />
          <p>
            <Link to="/collections">{t('collections.from_library')}</Link>
          </p>
          <p>
            <Link to="/events">{t('events.from_library')}</Link>
          </p>
          {mayWrite ? (
            <p>
              <Link to="/translations">{t('translations.queue.link')}</Link>
            </p>
          ) : null}
          <p className="meta">
            {t('practices.download')}
            {Object.entries(EXPORTS).map(([form, name]) => (
              <a key={form} href={`/exports/library.${lang}.${form}`}>
                {name}
              </a>
            ))}
          </p>
        </div>
      </div>
    </>
  )
}

function titleOf({ challenge, kind }: Data['chosen']) {
  return challenge ? 'challenges.answers.title' : `practices.list.${kind ?? 'all'}.title`
}

function Heading({ chosen, challenge, mayWrite }: Pick<Data, 'chosen' | 'challenge' | 'mayWrite'>) {
  const { t } = useTranslation()
  const title = t(titleOf(chosen))
  const actions = mayWrite ? <WriteLinks kind={chosen.kind} /> : undefined
  if (challenge) return <LinkedTitle {...{ title, challenge, actions }} />
  const lead = t(`practices.list.${chosen.kind ?? 'all'}.lead`)
  return <PageTitle title={title} lead={lead} actions={actions} />
}

function WriteLinks({ kind = 'practice' }: { kind?: 'practice' | 'tool' }) {
  const { t } = useTranslation()
  return (
    <ButtonLink to={`/practices/new?kind=${kind}`} icon="plus">
      {t(`practices.write.${kind}`)}
    </ButtonLink>
  )
}

function Empty({ filtered, mayWrite }: { filtered: boolean; mayWrite: boolean }) {
  const { t } = useTranslation()
  const found = filtered ? 'filtered' : 'none'
  return (
    <EmptyState
      title={t(`practices.empty.${found}.title`)}
      text={t(`practices.empty.${found}.text`)}
      action={
        filtered ? (
          <ButtonLink to="/practices" variant="secondary">
            {t('practices.empty.filtered.action')}
          </ButtonLink>
        ) : mayWrite ? (
          <WriteLinks />
        ) : undefined
      }
    />
  )
}

// A tag may be asked for under which nothing stands now.
function withChosen(
  tags: { slug: string; label: string }[],
  tag?: { slug: string; label: string },
) {
  if (!tag || tags.some(({ slug }) => slug === tag.slug)) return tags
  return [...tags, { slug: tag.slug, label: tag.label }]
}

function oneOf<T extends string>(values: readonly T[], value: string | null) {
  return values.find((one) => one === value)
}
