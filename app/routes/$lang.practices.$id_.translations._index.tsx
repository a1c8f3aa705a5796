import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LANGS } from '#app/domain/languages.ts'
import { findWithAdoptions } from '#app/domain/practices/find.server.ts'
import { wishingSeats } from '#app/domain/practices/practices.policy.ts'
import { chooseVersion, listVersions } from '#app/domain/practices/versions.server.ts'
import { unwish, wish } from '#app/domain/practices/wishes.server.ts'
import { langOf, limitDeeds } from '#app/http/conversation.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { versionsToShow } from '#app/http/translating.server.ts'
import { requireWriter } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { TranslationsPage } from '#app/ui/translations-page.tsx'
import { db } from '#db/client.server.ts'

export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const item = found(await findWithAdoptions(db, viewer, params.id ?? ''))
  const versions = await listVersions(db, item)
  const { title, lang } = chooseVersion(versions, langOf(request))
  const shown = await versionsToShow(item, { viewer, versions, wishes: item.wishes })
  return { practice: { id: item.id, title, lang }, original: item.lang, ...shown }
}

const schema = z.object({
  lang: z.enum(LANGS, 'forms.wrong'),
  seat: z.string().default(''),
  undo: z.string().optional(),
})

/** "Our collectivity would like this in …", for the collectivity of one of the viewer's own seats. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireWriter(args)
  const item = found(await findWithAdoptions(db, viewer, args.params.id ?? ''))
  await limitDeeds(args, viewer)
  const form = await readForm(args.request, schema)
  const seats = wishingSeats(viewer, item)
  const seat = form.ok ? seats.find(({ id }) => id === form.input.seat) : undefined
  allowed(form.ok && seat !== undefined)
  if (!form.ok || !seat) return null
  const { lang, undo } = form.input
  const answer = (flash: string) =>
    redirectTo(langPath(args.request, `/practices/${item.id}/translations`), { flash })
  const versions = await listVersions(db, item)
  if (versions.some((version) => version.lang === lang)) return answer('translation_there')
  await db.transaction().execute((trx) => (undo ? unwish : wish)(trx, item, { lang, seat }))
  return answer(undo ? 'unwished' : 'wished')
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (t, { practice }) => `${t('translations.title')} — ${practice.title}`,
  robots: 'noindex',
}

export default function Translations() {
  return <TranslationsPage {...useLoaderData<typeof loader>()} />
}
