import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { reachOf } from '#app/domain/spaces/reach.server.ts'
import { canOwnSpace } from '#app/domain/spaces/spaces.policy.ts'
import { spaceSchema } from '#app/domain/spaces/spaces.schema.server.ts'
import { editSpace } from '#app/domain/spaces/write.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { openSpaceAs, toSpace } from '#app/http/space.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from '#app/ui/button.tsx'
import { inLanguage } from '#app/ui/link.tsx'
import { Section } from '#app/ui/section.tsx'
import { SpaceFields } from '#app/ui/space-form.tsx'
import { SpaceReach } from '#app/ui/space-reach.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('spaces.tabs.settings'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canOwnSpace)
  const { slug, name, purpose, lang, visibility, joining } = space
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    slug,
    archived: space.archived_at !== null,
    values: { name, purpose, lang, visibility, joining, ...kept },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, space } = await openSpaceAs(args, canOwnSpace)
  const form = await readForm(args.request, spaceSchema)
  const nothing = { errors: undefined, values: undefined, change: undefined }
  if (!form.ok) {
    return data({ ...nothing, errors: form.errors, values: form.values }, { status: 422 })
  }

  const { confirmed, ...given } = form.input
  const { visibility: from } = space
  const to = given.visibility
  if (to !== from && confirmed !== `${from}-${to}`) {
    const reach = await reachOf(db, space.id)
    return { ...nothing, change: { slug: space.slug, from, to, reach, values: given } }
  }
  await editSpace(db, viewer, space, given)
  return toSpace(args.request, space, '', 'saved')
}

export default function SpaceSettings() {
  const { slug, archived, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()

  if (answer?.change) return <SpaceReach {...answer.change} />
  return (
    <div className="stack-large">
      <form method="post" className="form">
        <SpaceFields values={answer?.values ?? values} errors={answer?.errors} />
        <div className="actions">
          <Button>{t('forms.save')}</Button>
        </div>
      </form>
      <Archiving slug={slug} archived={archived} />
    </div>
  )
}

function Archiving({ slug, archived }: { slug: string; archived: boolean }) {
  const { t } = useTranslation()
  const verb = archived ? 'reopen' : 'archive'
  return (
    <Section title={t(`spaces.settings.${verb}`)}>
      <form
        method="post"
        action={inLanguage(useLang(), `/spaces/${slug}/${verb}`)}
        className="form"
      >
        <p>{t(`spaces.settings.${verb}_text`)}</p>
        <div className="actions">
          <Button variant={archived ? 'secondary' : 'danger'} icon="archive">
            {t(`spaces.settings.${verb}`)}
          </Button>
        </div>
      </form>
    </Section>
  )
}
