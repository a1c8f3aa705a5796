import type { LoaderFunctionArgs } from '@remix-run/node'
import { placeName } from '#app/domain/collectivities/names.ts'
import { findWithAdoptions } from '#app/domain/practices/find.server.ts'
import { chooseVersion, listVersions } from '#app/domain/practices/versions.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { db } from '#db/client.server.ts'
import { langOf } from './conversation.server.ts'
import { found } from './respond.server.ts'

/** The practice of the address with those who took it up, its title and where it comes from. */
export async function openAdoptions({ request, params, context: { viewer } }: LoaderFunctionArgs) {
  const lang = langOf(request)
  const item = found(await findWithAdoptions(db, viewer, params.id ?? ''))
  const { title, lang: written } = chooseVersion(await listVersions(db, item), lang)
  const { name_ar, name_fr, place } = item
  const named = name_ar && name_fr ? placeName(lang, { name_ar, name_fr }) : place
  return {
    item,
    lang,
    title: { title, lang: written },
    origin: named || wordsFor(lang)('adoptions.origin'),
  }
}
