import type { Db } from '#db/client.server.ts'
import type demo from '#db/sample/demo.json'
import { makeEvent } from '../events/events.server.ts'
import { writeTexts } from '../items/texts.server.ts'
import { sealItem } from '../items/write.server.ts'
import type { SignedIn } from '../users/viewer.ts'

type Given = (typeof demo.events)[number]

/** Lists where the network really met, in both languages; nothing is known of what was presented. */
export function addDemoEvent(db: Db, cast: Record<string, SignedIn>, given: Given) {
  const { author, ar, fr, ...facts } = given
  const viewer = cast[author]!
  return db.transaction().execute(async (trx) => {
    const id = await makeEvent(trx, viewer, { ...facts, ...ar, lang: 'ar' })
    await writeTexts(trx, id, 'fr', { title: fr.title, sections: { body: fr.body } })
    await sealItem(trx, id, viewer.id)
  })
}
