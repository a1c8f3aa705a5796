import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FOUND_MAX } from '#app/domain/collectivities/collectivities.limits.ts'
import { lookUpCollectivities } from '#app/domain/collectivities/collectivities.server.ts'
import { measureOf } from '#app/domain/collectivities/map.ts'
import { listProvincesForMap, listRegionsForMap } from '#app/domain/collectivities/map.server.ts'
import { countMembers, listMembers } from '#app/domain/collectivities/network.server.ts'
import { drawRegion } from '#app/domain/collectivities/outlines.server.ts'
import type { Viewer } from '#app/domain/users/viewer.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { CollectivitiesPage } from '#app/ui/collectivities-page.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = {
  title: (t) => t('collectivities.title'),
  description: (t) => t('collectivities.lead'),
}

export async function loader({ request, context: { viewer } }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 120)
  const regions = await listRegionsForMap(db, viewer)
  const region = regions.find(({ code }) => code === searchParams.get('region'))
  return {
    q,
    regions,
    by: measureOf(searchParams.get('show')),
    members: await countMembers(db),
    region: region && !q ? { ...region, ...(await open(viewer, region.code)) } : null,
    chosen: region?.code ?? null,
    found: q ? await lookUpCollectivities(db, q, FOUND_MAX, region?.code) : null,
  }
}

export default function Collectivities() {
  return <CollectivitiesPage {...useLoaderData<typeof loader>()} />
}

async function open(viewer: Viewer, code: string) {
  return {
    joined: await listMembers(db, code),
    areas: await listProvincesForMap(db, viewer, code),
    drawn: drawRegion(code),
  }
}
