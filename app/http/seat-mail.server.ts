import { placeName } from '#app/domain/collectivities/names.ts'
import type { DecidedSeat } from '#app/domain/seats/seats.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

/** Writes to a person whose seat was confirmed or refused; `confirmSeat` and `refuseSeat` take it. */
export async function mailAboutSeat(trx: Db, seat: DecidedSeat) {
  const { person, place, outcome, reason, act } = seat
  const t = wordsFor(person.lang)
  const values = {
    name: person.name,
    function: t(`functions.${seat.function}`),
    place: place ? placeName(person.lang, place) : t('seats.whole_network'),
    reason,
    link: `${publicUrl()}/${person.lang}/settings/seats`,
  }
  await mailTo(trx, person, `seat_${outcome}`, values, { act })
}
