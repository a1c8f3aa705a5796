import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  PLACE_LISTS,
  type PlaceList,
  PREVIEW_SIZE,
} from '#app/domain/collectivities/collectivities.limits.ts'
import { findCollectivity } from '#app/domain/collectivities/collectivities.server.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { canSayStage } from '#app/domain/collectivities/cycle.policy.ts'
import { listAround } from '#app/domain/collectivities/neighbours.server.ts'
import { listMemberships } from '#app/domain/collectivities/network.server.ts'
import { drawRegion } from '#app/domain/collectivities/outlines.server.ts'
import { listPlaceItems, listPlacePeople } from '#app/domain/collectivities/place.server.ts'
import { followsTopic } from '#app/domain/follows/topics.server.ts'
import { readCursor } from '#app/domain/items/page.ts'
import { isFacilitator, type Viewer } from '#app/domain/users/viewer.ts'
import { linkedPlace } from '#app/http/linked-data.server.ts'
import { canonical, found } from '#app/http/respond.server.ts'
import { sharePage } from '#app/http/share.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { CollectivityPage } from '#app/ui/collectivity-page.tsx'
import { PlaceItems } from '#app/ui/collectivity-items.tsx'
import { db } from '#db/client.server.ts'
import type { Lang, Row } from '#db/schema.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, { name }) => name,
  description: (t, { name, place }) =>
    t('collectivities.about', { name, kind: t(`collectivity_types.${place.kind}`) }),
}

export async function loader({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const place = found(await findCollectivity(db, params.code ?? ''))
  canonical(request, params.slug, placePath(place))
  const list = PLACE_LISTS.find((one) => one === searchParams.get('list'))
  const base = {
    place,
    name: placeName(lang, place),
    mayRecord: isFacilitator(viewer),
    maySay: canSayStage(viewer, place),
  }
  const share = viewer ? null : sharePage(placePath(place), lang, linkedPlace(place, lang))
  if (!list) {
    const followed = await followsTopic(db, viewer, { collectivity_code: place.code })
    const whole = { ...(await readWhole(viewer, lang, place)), followed }
    return { ...base, share, one: null, whole }
  }

  const before = readCursor(searchParams.get('before'))
  const page = await listPlaceItems(db, viewer, lang, { code: place.code, list, before })
  return { ...base, one: { list, page, isFirst: before === undefined }, whole: null }
}

export default function Collectivity() {
  const { one, whole, ...base } = useLoaderData<typeof loader>()
  if (one) return <PlaceItems {...one} name={base.name} path={placePath(base.place)} />
  return <CollectivityPage {...whole} {...base} />
}

async function readWhole(viewer: Viewer, lang: Lang, place: Row<'collectivity'>) {
  const first = (list: PlaceList) =>
    listPlaceItems(db, viewer, lang, { code: place.code, list, size: PREVIEW_SIZE })
  return {
    memberships: await listMemberships(db, place.code),
    ...(await listAround(db, place)),
    drawn: place.region_code ? drawRegion(place.region_code) : null,
    ...(await listPlacePeople(db, viewer, place.code)),
    lists: {
      library: await first('library'),
      adoptions: await first('adoptions'),
      challenges: await first('challenges'),
      threads: await first('threads'),
    },
  }
}
