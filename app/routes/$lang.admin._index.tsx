import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCursor } from '#app/domain/items/page.ts'
import { listAccounts } from '#app/domain/people/accounts.server.ts'
import { ROLES } from '#app/domain/people/people.limits.ts'
import { requireAdmin } from '#app/http/viewer.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { AdminPeople } from '#app/ui/admin-people.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('admin.title'), robots: 'noindex' }

export async function loader(args: LoaderFunctionArgs) {
  await requireAdmin(args)
  const { searchParams } = new URL(args.request.url)
  const filter = {
    q: (searchParams.get('q') ?? '').trim().slice(0, 120),
    role: ROLES.find((role) => role === searchParams.get('role')),
    suspended: searchParams.get('state') === 'suspended',
  }
  const before = readCursor(searchParams.get('before'))
  return {
    filter: { ...filter, role: filter.role ?? null },
    page: await listAccounts(db, { ...filter, before }),
    isFirst: before === undefined,
  }
}

export default function People() {
  return <AdminPeople {...useLoaderData<typeof loader>()} />
}
