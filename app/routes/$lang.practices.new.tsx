import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { newPracticeKey } from '#app/domain/drafts/keys.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { findSent } from '#app/domain/items/sent.server.ts'
import { LICENCES } from '#app/domain/practices/practices.limits.ts'
import { canPublishAtOnce, canWritePractice } from '#app/domain/practices/practices.policy.ts'
import { createPractice } from '#app/domain/practices/save.server.ts'
import { hasAccepted } from '#app/domain/practices/standing.server.ts'
import { writtenTexts } from '#app/domain/practices/translations.ts'
import { viewTyped } from '#app/domain/practices/view.server.ts'
import { audienceOf } from '#app/domain/spaces/readers.server.ts'
import type { FoundSpace } from '#app/domain/spaces/spaces.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { countTries } from '#app/http/limit.server.ts'
import { discarded, openKept } from '#app/http/practice-draft.server.ts'
import { practiceOptions, readPracticeForm } from '#app/http/practice-form.server.ts'
import { spaceToWriteIn } from '#app/http/practice-space.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { unseenSimilar } from '#app/http/similar.server.ts'
import { requireMember, requireViewer } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Audience } from '#app/ui/audience.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PracticeEditor } from '#app/ui/practice-editor.tsx'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const viewer = await requireViewer(args)
  const kind = kindOf(request)
  if (!canWritePractice(viewer)) return { kind, writing: null }
  const space = await spaceToWriteIn(request, viewer)
  const kept = await openKept(request, viewer, newPracticeKey(kind, space?.id))
  const lang = langOfPath(new URL(request.url).pathname)
  const values = kept.values ?? { lang, licence: LICENCES[0], country: 'MA' }
  const writing = {
    values,
    returned: kept.returned,
    draft: kept.draft,
    options: await practiceOptions(request, viewer, values),
    audience: await audienceOf(db, space),
    inPublic: isPublic(space),
    publish: await publishing(viewer, space),
  }
  return { kind, writing }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const viewer = await requireMember(args)
  const space = await spaceToWriteIn(request, viewer)
  const kind = kindOf(request)
  const draft = newPracticeKey(kind, space?.id)
  const back = await discarded(request, viewer, draft)
  if (back) return back
  const form = await readPracticeForm(request, (intent) => intent === 'publish')
  const { values } = form
  // What there is to choose from takes longer than to write the practice.
  const shown = async () => ({
    values,
    options: await practiceOptions(request, viewer, values),
    errors: {},
    preview: null,
    general: undefined,
    similar: [] as Card[],
  })
  if (!form.ok) return data({ ...(await shown()), errors: form.errors }, { status: form.status })
  if (form.intent === 'preview') {
    const lang = langOfPath(new URL(request.url).pathname)
    const inPublic = isPublic(space)
    return {
      ...(await shown()),
      preview: await viewTyped(db, { viewer, lang }, { ...form, kind, inPublic }),
    }
  }
  if (form.intent === 'publish') {
    const similar = await unseenSimilar(request, viewer, form.input)
    if (similar.length > 0) return { ...(await shown()), similar }
  }
  if (await countTries(args.context, ['post', viewer.id])) {
    return data({ ...(await shown()), general: 'practices.errors.wait' }, { status: 429 })
  }
  const outcome = form.intent === 'publish' ? await publishing(viewer, space) : 'keep'
  const given = { ...form, kind, spaceId: space?.id ?? null, outcome } as const
  const place = { kind, space_id: given.spaceId, isDraft: outcome === 'keep' }
  const id = await db.transaction().execute(async (trx) => {
    const sent = await findSent(trx, viewer, place, writtenTexts(form.input))
    await forgetDraft(trx, viewer.id, draft)
    return sent ?? createPractice(trx, viewer, given)
  })
  return redirectTo(langPath(request, `/practices/${id}${outcome === 'keep' ? '/edit' : ''}`), {
    flash: `practice_${outcome}`,
  })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { kind }) => t(`practices.write.${kind}`),
  robots: 'noindex',
}

export default function NewPractice() {
  const { kind, writing } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  if (!writing) return <NoSeat />

  const { publish, audience, ...rest } = writing
  return (
    <div className="practice-page">
      <PageTitle
        breadcrumbs={[{ to: '/practices', label: t('practices.list.all.title') }]}
        title={t(`practices.write.${kind}`)}
        lead={t(`practices.form.lead_${kind}`)}
        meta={<Audience audience={audience} />}
        actions={
          <ButtonLink to="/practices/import" variant="quiet" small>
            {t('practices.import.link')}
          </ButtonLink>
        }
      />
      <PracticeEditor
        kind={kind}
        {...rest}
        errors={{}}
        similar={[]}
        {...failed}
        buttons={{ draft: true, publish }}
        returned={failed ? null : writing.returned}
        draft={{ ...writing.draft, unsaved: failed !== undefined }}
      />
    </div>
  )
}

function NoSeat() {
  const { t } = useTranslation()
  return (
    <PageTitle
      title={t('practices.no_seat.title')}
      lead={t('practices.no_seat.text')}
      actions={<ButtonLink to="/settings/seats">{t('practices.no_seat.action')}</ButtonLink>}
    />
  )
}

async function publishing(
  viewer: SignedIn,
  space: FoundSpace | undefined,
): Promise<'publish' | 'submit'> {
  const accepted = await hasAccepted(db, viewer)
  return canPublishAtOnce(viewer, { accepted, space: space ?? null }) ? 'publish' : 'submit'
}

function isPublic(space: FoundSpace | undefined) {
  return space === undefined || space.visibility === 'public'
}

function kindOf(request: Request): 'practice' | 'tool' {
  return new URL(request.url).searchParams.get('kind') === 'tool' ? 'tool' : 'practice'
}
