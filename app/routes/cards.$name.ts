import type { LoaderFunctionArgs } from '@remix-run/node'
import { cardFor } from '#app/http/card.server.ts'
import { drawCard, tagOf } from '#app/http/card-picture.server.ts'
import { found } from '#app/http/respond.server.ts'
import { LANGS } from '#app/i18n/locales.ts'

/** `/cards/{id}.ar.png`: what everyone may read of an item as a picture, whoever asks; or the site's. */
export async function loader({ request, params: { name = '' } }: LoaderFunctionArgs) {
  const [id = '', second, ...rest] = name.split('.')
  const lang = found(LANGS.find((one) => one === second))
  found(rest.join('.') === 'png' || null)
  const card = found(await cardFor(id, lang))
  const headers = { ETag: tagOf(card), 'Cache-Control': 'public, max-age=300' }
  if (request.headers.get('if-none-match') === headers.ETag) {
    return new Response(null, { status: 304, headers })
  }
  const picture = new Uint8Array(await drawCard(card))
  return new Response(picture, { headers: { ...headers, 'Content-Type': 'image/png' } })
}
