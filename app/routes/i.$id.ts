import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findItemPath } from '#app/domain/items/find-path.server.ts'
import { preferredLang } from '#app/http/preferred-lang.server.ts'
import { db } from '#db/client.server.ts'

/** `/i/{id}`, as it is printed and passed on: leads to the item, in the language of whoever follows it. */
export async function loader({ request, params: { id = '' }, context }: LoaderFunctionArgs) {
  const lang = preferredLang(request)
  const path = await findItemPath(db, context.viewer, lang, id)
  // Nothing stands there under a language: the page that says so is then in the reader's.
  return redirect(encodeURI(`/${lang}${path ?? `/i/${id}`}`), {
    headers: { Vary: 'Cookie, Accept-Language' },
  })
}
