import { type Feed, feedPath } from '#app/domain/feeds/feeds.ts'
import type { Card } from '#app/domain/items/cards.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Lang } from '#db/schema.ts'
import { xml } from './xml.server.ts'

// An empty feed has to say when it changed all the same.
const NEVER = '2026-01-01T00:00:00.000Z'

/** A feed as an Atom document (RFC 4287), each entry in the language that it is written in. */
export function atom(feed: Feed, lang: Lang, cards: Card[]) {
  const t = wordsFor(lang)
  const self = publicUrl() + feedPath(feed, lang)
  const updated = cards.map(dateOf).reduce((a, b) => (a > b ? a : b), NEVER)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang === 'zgh' ? 'fr' : lang}">
<title>${xml(t(`feeds.${feed}`))}</title>
<id>${xml(self)}</id>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(`${publicUrl()}/${lang}/${feed}`)}"/>
<updated>${updated}</updated>
<author><name>${xml(t('site.name'))}</name></author>
<rights>${xml(t('feeds.rights'))}</rights>
${cards.map((card) => entry(card, lang)).join('')}</feed>
`
}

function entry(card: Card, lang: Lang) {
  const t = wordsFor(lang)
  const path = itemPath(card)
  const address = `${publicUrl()}/${lang}`
  const { id, title, summary } = card
  const categories = card.principles.map(
    (slug) => `<category term="${xml(slug)}" label="${xml(t(`principles.${slug}`))}"/>`,
  )
  // The id outlives a new title: it is the address without its slug.
  return `<entry xml:lang="${card.lang}">
<title>${xml(title)}</title>
<id>${xml(`${address}/${path.split('/')[1]}/${id}`)}</id>
<link rel="alternate" type="text/html" href="${xml(encodeURI(address + path))}"/>
<published>${dateOf(card)}</published>
<updated>${dateOf(card)}</updated>
${summary ? `<summary>${xml(summary)}</summary>\n` : ''}${categories.join('')}
</entry>
`
}

function dateOf({ published_at, created_at }: Card) {
  return published_at ?? created_at
}
