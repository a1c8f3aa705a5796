import { placeName } from '#app/domain/collectivities/names.ts'
import { cardQuery, listCards } from '#app/domain/items/cards.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { db } from '#db/client.server.ts'
import type { Lang } from '#db/schema.ts'
import type { CardPicture } from './card-picture.server.ts'

// As many principles as have room.
const PRINCIPLES = 3

/**
 * The words on the picture of a practice, a tool, a challenge, a collection or an event that everyone may read; undefined
 * for all else. `site` is the picture of the forum.
 */
export async function cardFor(id: string, lang: Lang): Promise<CardPicture | undefined> {
  const t = wordsFor(lang)
  const names = { site: t('site.name'), network: t('site.network') }
  if (id === 'site') {
    const words = { kicker: '', title: names.network, place: t('home.description'), principles: '' }
    return { lang: lang === 'zgh' ? 'fr' : lang, ...words, ...names, network: '' }
  }
  const [card] = await listCards(
    cardQuery(db, null, lang)
      .where('item.id', '=', id)
      .where('item.kind', 'in', ['practice', 'tool', 'challenge', 'collection', 'event']),
  )
  if (!card) return undefined
  const { place, place_text, principles } = card
  return {
    lang: card.lang,
    kicker: t(`kinds.${card.kind}`),
    title: card.title,
    place: place ? placeName(lang, place) : (place_text ?? ''),
    principles: principles
      .slice(0, PRINCIPLES)
      .map((slug) => t(`principles.${slug}`))
      .join(' · '),
    ...names,
  }
}
