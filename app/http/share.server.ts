import { itemPath } from '#app/domain/items/paths.ts'
import { type Titled, titlesFor } from '#app/domain/items/titles.ts'
import type { PracticeView } from '#app/domain/practices/view.ts'
import type { Share } from '#app/i18n/handle.ts'
import { LANGS } from '#app/i18n/locales.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Lang } from '#db/schema.ts'
import { linkedPractice } from './linked-data.server.ts'
import { qrCode } from './qr-code.server.ts'

type Shared = {
  id: string
  kind: 'practice' | 'tool' | 'challenge' | 'thread' | 'collection' | 'event'
  edited_at: string | null
  titles: Titled[]
}

type Rest = { lang: Lang; query?: string; linked: (address: string) => object }

/** How an item's page looks where its address is passed on; `linked` is given the page's address. */
export function shareItem(item: Shared, { lang, query = '', linked }: Rest): Share {
  const titles = titlesFor(item.titles)
  const paths = pathsBy((one) => itemPath({ ...item, title: titles[one] }))
  const address = publicUrl() + encodeURI(`/${lang}${paths[lang]}`)
  const picture = item.kind === 'thread' ? sitePicture(lang) : itemPicture(item, lang)
  const anyLang = shortAddress(item.id)
  return { kind: 'article', lang, paths, anyLang, query, picture, linked: linked(address) }
}

/** How a practice's page looks there: that of the version which is shown. */
export function sharePractice(
  practice: PracticeView & Pick<Shared, 'id' | 'titles'>,
  lang: Lang,
  asked: string | null,
) {
  // Where a version was asked for by name, the page stands under the language of that version.
  const own = asked === practice.lang ? practice.lang : lang
  const linked = (address: string) => linkedPractice(practice, { address, lang: own })
  return shareItem(practice, { lang: own, linked })
}

type Standing = { id: string; state: string; hidden_at: string | null }

/** By what an item is passed on: its short address, to read and to scan; null while it is not for others. */
export function passOn({ id, state, hidden_at }: Standing) {
  if (hidden_at || !['published', 'archived'].includes(state)) return null
  const address = shortAddress(id)
  return { address, code: qrCode(address) }
}

/** How a page that is no item looks there; its path is the same in every language. */
export function sharePage(path: string, lang: Lang, linked: object | null = null): Share {
  const paths = pathsBy(() => path)
  const anyLang = publicUrl() + (encodeURI(path) || '/')
  return { kind: 'website', lang, paths, anyLang, query: '', picture: sitePicture(lang), linked }
}

/** The address that is short enough to be typed, printed and drawn as a code. */
export function shortAddress(id: string) {
  return `${publicUrl()}/i/${id}`
}

function pathsBy(path: (lang: Lang) => string) {
  return Object.fromEntries(LANGS.map((lang) => [lang, path(lang)])) as Record<Lang, string>
}

// Whoever keeps a picture asks for it again once the item was edited.
function itemPicture({ id, edited_at }: Shared, lang: Lang) {
  const version = edited_at ? `?v=${Date.parse(edited_at).toString(36)}` : ''
  return `/cards/${id}.${lang}.png${version}`
}

function sitePicture(lang: Lang) {
  return `/cards/site.${lang}.png`
}
