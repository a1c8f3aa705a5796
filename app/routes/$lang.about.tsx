import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity } from '#app/domain/home/activity.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Activity } from '#app/ui/activity.tsx'
import { StaticPage } from '#app/ui/static-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('about.title'),
  description: (t) => t('about.lead'),
}

export function loader({ context: { viewer } }: LoaderFunctionArgs) {
  return listActivity(db, viewer)
}

export default function About() {
  const activity = useLoaderData<typeof loader>()
  return <StaticPage page="about" parts={7} after={<Activity {...activity} />} />
}
