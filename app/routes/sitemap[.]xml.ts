import type { LoaderFunctionArgs } from '@remix-run/node'
import { listPublicItems } from '#app/domain/feeds/feeds.server.ts'
import { sitemap } from '#app/http/sitemap.server.ts'
import { answerXml } from '#app/http/xml.server.ts'
import { db } from '#db/client.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  return answerXml(request, 'application/xml', sitemap(await listPublicItems(db)))
}
