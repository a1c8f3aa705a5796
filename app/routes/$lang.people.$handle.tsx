import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCursor } from '#app/domain/items/page.ts'
import { findPerson, listPersonItems, listPersonSeats } from '#app/domain/people/people.server.ts'
import { isAdmin } from '#app/domain/users/viewer.ts'
import { found } from '#app/http/respond.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { PersonPage } from '#app/ui/person-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { person }) => person.name,
  robots: 'noindex',
}

export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const { id, open, ...person } = found(await findPerson(db, viewer, params.handle ?? ''))
  const before = readCursor(searchParams.get('before'))
  const lang = langOfPath(pathname)
  return {
    person,
    seats: open ? await listPersonSeats(db, id) : [],
    page: await listPersonItems(db, viewer, lang, { userId: id, before }),
    isFirst: before === undefined,
    isOwn: viewer?.id === id,
    mayAdminister: isAdmin(viewer),
  }
}

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} />
}
