import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { findModerated } from '#app/domain/moderation/items.server.ts'
import { isAnswered } from '#app/domain/moderation/answers.ts'
import { ITEM_VERBS } from '#app/domain/moderation/moderation.limits.ts'
import { canAct, canModerate } from '#app/domain/moderation/moderation.policy.ts'
import { actSchema, reasonSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import { reasonIn } from '#app/http/answer.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { moderate } from '#app/http/moderate.server.ts'
import { allowed, found, langPath, redirectTo, safePath } from '#app/http/respond.server.ts'
import { requireActor, requireRoleInForce } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { ModerationPage } from '#app/ui/moderation-page.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { verb }) => t(`moderation.verbs.${verb}.title`),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, item, verb } = await openItem(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    verb,
    possible: canAct(viewer, item, verb),
    kept: { answer: kept?.answer?.[0], reason: kept?.reason?.[0], to: kept?.to?.[0] },
    item: {
      id: item.id,
      kind: item.kind,
      title: item.title,
      lang: item.lang,
      path: itemPath(item),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, item, verb } = await openItem(args)
  const form = await readForm(args.request, isAnswered(verb) ? reasonSchema(verb) : actSchema)
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })

  const { to } = form.input
  const reason = reasonIn(item.author_lang, verb, form.input)
  const act = canAct(viewer, item, verb)
    ? await moderate(viewer, item, { verb, reason })
    : undefined
  const back = safePath(to, langPath(args.request, '/moderation'))
  return redirectTo(back, { flash: act ? `moderation_${verb}` : 'moderation_late', undo: act })
}

export default function ModerateItem() {
  const { verb, item, possible, kept } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslation()
  return (
    <ModerationPage
      verb={verb}
      subject={{ title: item.title, lang: item.lang, to: item.path }}
      values={{ ...kept, ...failure?.values }}
      errors={failure?.errors}
    >
      {possible ? null : <Notice tone="warning">{t('flash.moderation_late')}</Notice>}
    </ModerationPage>
  )
}

// What one may not read is absent; what one reads without keeping it in order is refused.
async function openItem(args: LoaderFunctionArgs) {
  const viewer = await requireActor(args)
  await requireRoleInForce(args, viewer)
  const { id = '', verb: named } = args.params
  const verb = found(ITEM_VERBS.find((one) => one === named))
  const lang = langOfPath(new URL(args.request.url).pathname)
  const item = found(await findModerated(db, viewer, id, lang))
  allowed(canModerate(viewer, item))
  return { viewer, item, verb }
}
