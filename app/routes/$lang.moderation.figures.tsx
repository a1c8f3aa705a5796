import { useLoaderData } from '@remix-run/react'
import { listFigures } from '#app/domain/moderation/figures.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { FiguresPage } from '#app/ui/moderation-figures.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle<unknown> = {
  title: (t) => t('figures.title'),
  description: (t) => t('figures.lead'),
}

export async function loader() {
  return { years: await listFigures(db) }
}

export default function Figures() {
  return <FiguresPage {...useLoaderData<typeof loader>()} />
}
