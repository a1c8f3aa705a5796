import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reasonSchema } from '#app/domain/moderation/moderation.schema.server.ts'
import {
  changeRole,
  findAccount,
  removeFactorOf,
  suspend,
  unsuspend,
} from '#app/domain/people/accounts.server.ts'
import {
  canChangeRole,
  canRemoveSecondFactor,
  canSuspend,
  canUnsuspend,
} from '#app/domain/people/people.policy.ts'
import { accountActSchema } from '#app/domain/people/people.schema.server.ts'
import { listPersonSeats } from '#app/domain/people/people.server.ts'
import { hasSecondFactor } from '#app/domain/users/second-factor.server.ts'
import { mailAboutAccount } from '#app/http/account-mail.server.ts'
import { reasonIn } from '#app/http/answer.server.ts'
import { mailSecondFactor } from '#app/http/credential-mail.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { takeKeptForm } from '#app/http/kept-form.server.ts'
import { allowed, found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireAdmin, requireRecentProof } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { AdminAccount } from '#app/ui/admin-account.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { account }) => t('admin.account.title_for', { name: account.name }),
  robots: 'noindex',
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, account } = await openAccount(args)
  const kept = await takeKeptForm(args.request, viewer.id)
  return {
    account,
    seats: await listPersonSeats(db, account.id),
    may: {
      changeRole: canChangeRole(viewer, account),
      suspend: canSuspend(viewer, account),
      restore: canUnsuspend(viewer, account),
      removeFactor:
        canRemoveSecondFactor(viewer, account) && (await hasSecondFactor(db, account.id)),
    },
    kept: { answer: kept?.answer?.[0], reason: kept?.reason?.[0], role: kept?.role?.[0] },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, account } = await openAccount(args)
  const form = await readForm(args.request.clone(), accountActSchema)
  if (!form.ok) return data({ errors: form.errors, values: {} }, { status: 422 })

  const { act, role } = form.input
  if (act === 'suspend') return suspendAccount(args, viewer, account)
  if (act === 'restore') {
    allowed(canUnsuspend(viewer, account))
    await unsuspend(db, viewer, account, mailAboutAccount)
    return done(args.request, account)
  }
  // Who runs the forum is decided by nobody who merely found a browser open.
  await requireRecentProof(args)
  if (act === 'second_factor') {
    allowed(canRemoveSecondFactor(viewer, account))
    await removeFactorOf(db, viewer, account, mailSecondFactor('second_factor_removed'))
    return done(args.request, account)
  }
  allowed(canChangeRole(viewer, account))
  const changed = await changeRole(db, viewer, account, { role, tell: mailAboutAccount })
  if (changed) return done(args.request, account)
  const errors: Record<string, string> = { role: 'admin.errors.last_admin' }
  return data({ errors, values: {} }, { status: 422 })
}

export default function Account() {
  const { kept, ...rest } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return (
    <AdminAccount {...rest} errors={failure?.errors} values={{ ...kept, ...failure?.values }} />
  )
}

type Opened = Awaited<ReturnType<typeof openAccount>>

async function suspendAccount(
  { request }: ActionFunctionArgs,
  viewer: Opened['viewer'],
  account: Opened['account'],
) {
  allowed(canSuspend(viewer, account))
  const form = await readForm(request, reasonSchema('suspend'))
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 })
  const reason = reasonIn(account.lang, 'suspend', form.input)
  const act = await suspend(db, viewer, account, { reason, tell: mailAboutAccount })
  if (act) return done(request, account, { flash: 'account_suspended', undo: act })
  const errors: Record<string, string> = { reason: 'admin.errors.last_admin' }
  return data({ errors, values: form.input }, { status: 422 })
}

function done(
  request: Request,
  { handle }: { handle: string },
  told: { flash: string; undo?: string } = { flash: 'saved' },
) {
  return redirectTo(langPath(request, `/admin/people/${handle}`), told)
}

async function openAccount(args: LoaderFunctionArgs) {
  const viewer = await requireAdmin(args)
  return { viewer, account: found(await findAccount(db, args.params.handle ?? '')) }
}
