import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { forgetDraft } from '#app/domain/drafts/drafts.server.ts'
import { practiceKey } from '#app/domain/drafts/keys.ts'
import { listFiles } from '#app/domain/files/files.server.ts'
import { type FoundPractice, lastRevision } from '#app/domain/practices/find.server.ts'
import { completenessOf } from '#app/domain/practices/completeness.ts'
import { isInPublic } from '#app/domain/practices/parts.ts'
import type { PracticeInput } from '#app/domain/practices/practices.schema.server.ts'
import { type Outcome, savePractice } from '#app/domain/practices/save.server.ts'
import { widerThanOrigin } from '#app/domain/practices/origin.server.ts'
import { snapshotOfTyped, storedValues } from '#app/domain/practices/typed.server.ts'
import { listVersions } from '#app/domain/practices/versions.server.ts'
import { viewTyped } from '#app/domain/practices/view.server.ts'
import { nameTags } from '#app/domain/tags/tags.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { countTries } from '#app/http/limit.server.ts'
import { practiceAudience } from '#app/http/practice-audience.server.ts'
import { conflictWith } from '#app/http/practice-conflict.server.ts'
import { discarded, openKept } from '#app/http/practice-draft.server.ts'
import { openOriginal, publishing } from '#app/http/practice-editing.server.ts'
import {
  type PracticeForm,
  practiceOptions,
  readPracticeForm,
} from '#app/http/practice-form.server.ts'
import { langPath, redirectTo } from '#app/http/respond.server.ts'
import { unseenSimilar } from '#app/http/similar.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Audience } from '#app/ui/audience.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PracticeCompleteness } from '#app/ui/practice-completeness.tsx'
import { PracticeConflict } from '#app/ui/practice-conflict.tsx'
import { PracticeEditor } from '#app/ui/practice-editor.tsx'
import { PRACTICE_FORM } from '#app/ui/practice-form.tsx'
import { PracticeLanguages } from '#app/ui/practice-languages.tsx'
import { many, type PracticeValues } from '#app/ui/practice-values.ts'
import { db } from '#db/client.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const { viewer, item } = await openOriginal(args)
  const lang = langOfPath(new URL(request.url).pathname)
  const kept = await openKept(request, viewer, practiceKey(item.id))
  const tags = nameTags(item.tags, lang).map(({ label }) => label)
  const values = kept.values ?? { ...(await storedValues(db, viewer, item, item.lang)), tags }
  const latest = await lastRevision(db, item.id)
  const revision = Number(kept.values?.revision ?? latest)
  return {
    id: item.id,
    kind: item.kind,
    state: item.state,
    original: item.lang,
    versions: (await listVersions(db, item)).map((one) => one.lang),
    audience: await practiceAudience(viewer, item),
    form: {
      values,
      returned: kept.returned,
      draft: kept.draft,
      revision,
      outdated: revision !== latest,
      options: await practiceOptions(request, viewer, values),
      files: await listFiles(db, viewer, item.id),
    },
    open: new URL(request.url).searchParams.get('open'),
    inPublic: isInPublic(item),
    publish: await publishing(viewer, item),
    wider: await widerThanOrigin(db, viewer, item),
    declined: item.contributors.filter(({ state }) => state === 'declined').map(({ name }) => name),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const { viewer, item } = await openOriginal(args)
  const back = await discarded(request, viewer, practiceKey(item.id))
  if (back) return back
  const form = await readPracticeForm(request, (intent) => needsAll(item, intent))
  // What there is to choose from takes longer than to save the practice.
  const shown = async () => ({
    values: form.values,
    options: await practiceOptions(request, viewer, form.values),
    errors: {},
    revision: Number(form.values.revision) || 0,
  })
  if (!form.ok) return data({ ...(await shown()), errors: form.errors }, { status: form.status })

  const { input } = form
  if (await isTaken(item, input)) {
    return data(
      { ...(await shown()), errors: { lang: 'practices.errors.lang_taken' } },
      { status: 422 },
    )
  }
  if (form.intent === 'preview') {
    return { ...(await shown()), preview: await previewOf(request, viewer, item, form) }
  }
  if (form.intent === 'publish' && form.values.widened !== 'on') {
    const wider = await widerThanOrigin(db, viewer, item)
    const errors = { widened: 'practices.errors.widened' }
    if (wider) return data({ ...(await shown()), errors }, { status: 422 })
  }
  if (form.intent === 'publish' && item.state === 'draft') {
    const similar = await unseenSimilar(request, viewer, input)
    if (similar.length > 0) return { ...(await shown()), similar }
  }
  if (await countTries(args.context, ['post', viewer.id])) {
    return data({ ...(await shown()), general: 'practices.errors.wait' }, { status: 429 })
  }
  const outcome = (form.intent === 'publish' && (await publishing(viewer, item))) || 'keep'
  const saved = await save(viewer, item, { ...form, outcome })
  if (!saved) {
    const conflict = await conflictWith(request, viewer, item, (stored) =>
      snapshotOfTyped(form, stored),
    )
    return data({ ...(await shown()), revision: conflict?.number ?? 0, conflict }, { status: 409 })
  }
  const isDraft = item.state === 'draft' && outcome === 'keep'
  const flash = `practice_${isDraft || outcome !== 'keep' ? outcome : 'saved'}`
  return redirectTo(langPath(request, `/practices/${item.id}${isDraft ? '/edit' : ''}`), { flash })
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { kind }) => t(`practices.edit.${kind}`),
  robots: 'noindex',
}

export default function EditPractice() {
  const { form, kind, ...page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useTranslation()
  const here = `/practices/${page.id}`
  const values = failed?.values ?? form.values
  const conflict = failed && 'conflict' in failed ? failed.conflict : null
  const isNewer = failed !== undefined && failed.revision !== form.revision

  return (
    <div className="practice-page">
      <PageTitle
        title={t(`practices.edit.${kind}`)}
        breadcrumbs={[
          { to: here, label: form.values.title ? String(form.values.title) : t(`kinds.${kind}`) },
        ]}
        meta={<Audience audience={page.audience} />}
      />
      <PracticeLanguages {...page} current={page.original} />
      {page.declined.length ? (
        <Notice tone="warning" title={t('practices.contributors.duty')}>
          <p>
            {t('practices.contributors.declined', {
              names: page.declined.join(t('revisions.comma')),
            })}
          </p>
          <p>
            <Link to={`${here}/authors`}>{t('practices.contributors.manage')}</Link>
          </p>
        </Notice>
      ) : null}
      {conflict ? (
        <PracticeConflict conflict={conflict} here={`${here}/edit`} form={PRACTICE_FORM} />
      ) : (
        <Completeness kind={kind} values={values} />
      )}
      <PracticeEditor
        kind={kind}
        {...form}
        errors={{}}
        similar={page.state === 'draft' ? [] : undefined}
        {...failed}
        open={page.open}
        inPublic={page.inPublic}
        wider={page.wider}
        buttons={{
          draft: page.state === 'draft',
          publish: page.publish,
        }}
        returned={failed ? null : form.returned}
        // Once somebody else's text was shown, what is kept stays as it was: from the older revision.
        draft={conflict || isNewer ? undefined : { ...form.draft, unsaved: failed !== undefined }}
      />
    </div>
  )
}

type Filled = { kind: 'practice' | 'tool'; values: PracticeValues }

function Completeness({ kind, values }: Filled) {
  return (
    <PracticeCompleteness {...completenessOf(kind, (field) => many(values, field).length > 0)} />
  )
}

// What is public already must stay whole; an entry taken over from a source never was.
function needsAll({ state, import_id }: FoundPractice, intent: PracticeInput['intent']) {
  if (intent === 'publish') return true
  return intent !== 'preview' && state !== 'draft' && import_id === null
}

async function isTaken(item: FoundPractice, { lang }: PracticeInput) {
  if (lang === item.lang) return false
  return (await listVersions(db, item)).some((version) => version.lang === lang)
}

type Typed = Extract<PracticeForm, { ok: true }>

async function previewOf(request: Request, viewer: SignedIn, item: FoundPractice, typed: Typed) {
  const lang = langOfPath(new URL(request.url).pathname)
  const view = await viewTyped(
    db,
    { viewer, lang },
    { ...typed, kind: item.kind, inPublic: isInPublic(item) },
  )
  const { author_name: name, author_handle: handle } = item
  const author = name && handle ? [{ name, handle }] : []
  return { ...view, people: [...author, ...item.co_authors] }
}

type Change = Typed & { outcome: Outcome }

// Asked inside the transaction, so that of two who save at once only one can be the first.
async function save(viewer: SignedIn, item: FoundPractice, change: Change) {
  return db.transaction().execute(async (trx) => {
    if ((await lastRevision(trx, item.id)) !== change.input.revision) return false
    await savePractice(trx, viewer, item, change)
    await forgetDraft(trx, viewer.id, practiceKey(item.id))
    return true
  })
}
