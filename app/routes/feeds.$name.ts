import type { LoaderFunctionArgs } from '@remix-run/node'
import { listFeed } from '#app/domain/feeds/feeds.server.ts'
import { FEEDS } from '#app/domain/feeds/feeds.ts'
import { atom } from '#app/http/atom.server.ts'
import { found } from '#app/http/respond.server.ts'
import { answerXml } from '#app/http/xml.server.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'

/** `/feeds/practices.ar.atom` and its like: what everyone may read, whoever asks. */
export async function loader({ request, params: { name = '' } }: LoaderFunctionArgs) {
  const [first, second, ...rest] = name.split('.')
  const feed = found(FEEDS.find((one) => one === first))
  const lang = found(LANGS.find((one) => one === second))
  found(rest.join('.') === 'atom' || null)
  const cards = await listFeed(db, feed, lang)
  return answerXml(request, 'application/atom+xml', atom(feed, lang, cards))
}
