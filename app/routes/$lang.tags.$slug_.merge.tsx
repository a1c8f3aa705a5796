import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { countTagged } from '#app/domain/tags/items.server.ts'
import { mergeTags } from '#app/domain/tags/merge.server.ts'
import { findTag, listTags } from '#app/domain/tags/tags.server.ts'
import { mergeSchema } from '#app/domain/tags/tags.schema.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireFacilitator } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { tag }) => t('tags.merge.title_for', { tag: tag.label }),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { tag, lang } = await openTag(args)
  return { tag, others: (await listTags(db, lang)).filter(({ id }) => id !== tag.id) }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, tag, lang } = await openTag(args)
  const form = await readForm(args.request, mergeSchema)
  if (!form.ok) return data({ errors: form.errors, preview: null }, { status: 422 })
  const into = await findTag(db, form.input.into, lang)
  if (!into || into.id === tag.id) {
    return data({ errors: { into: 'tags.errors.into' }, preview: null }, { status: 422 })
  }
  if (form.input.confirmed !== into.slug) {
    return data({
      errors: undefined,
      preview: { into, items: await countTagged(db, viewer, tag.id) },
    })
  }
  await mergeTags(db, viewer, tag, into)
  return redirectTo(encodeURI(langPath(args.request, `/tags/${into.slug}`)), {
    flash: 'tag_merged',
  })
}

export default function MergeTag() {
  const { tag, others } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <div className="stack narrow">
      <PageTitle
        title={t('tags.merge.title_for', { tag: tag.label })}
        lead={t('tags.merge.lead')}
        breadcrumbs={[
          { to: '/tags', label: t('tags.title') },
          { to: `/tags/${tag.slug}`, label: tag.label },
        ]}
      />
      {answer?.preview ? (
        <Preview tag={tag} {...answer.preview} />
      ) : (
        <form method="post" noValidate className="form">
          <ErrorSummary errors={answer?.errors} labels={{ into: t('tags.merge.into') }} />
          <SelectField
            name="into"
            label={t('tags.merge.into')}
            empty={t('tags.merge.choose')}
            options={others.map(({ slug, label }) => ({ value: slug, label }))}
            error={answer?.errors?.into}
            required
          />
          <div className="actions">
            <Button>{t('tags.merge.preview')}</Button>
          </div>
        </form>
      )}
    </div>
  )
}

type PreviewProps = {
  tag: { slug: string; label: string }
  into: { slug: string; label: string }
  items: number
}

function Preview({ tag, into, items }: PreviewProps) {
  const { t } = useTranslation()
  const names = { from: tag.label, into: into.label }
  return (
    <form method="post" noValidate className="form">
      <Notice tone="warning" title={t('tags.merge.sure', names)}>
        <p>{t('tags.merge.items', { count: items })}</p>
        <p>{t('tags.merge.effect', names)}</p>
      </Notice>
      <input type="hidden" name="into" value={into.slug} />
      <input type="hidden" name="confirmed" value={into.slug} />
      <div className="actions">
        <Button variant="danger">{t('tags.merge.submit')}</Button>
        <ButtonLink to={`/tags/${tag.slug}`} variant="quiet">
          {t('forms.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}

async function openTag(args: LoaderFunctionArgs) {
  const viewer = await requireFacilitator(args)
  const lang = langOfPath(new URL(args.request.url).pathname)
  return { viewer, lang, tag: found(await findTag(db, args.params.slug ?? '', lang)) }
}
