import type { Db } from '#db/client.server.ts'
import type demo from '#db/sample/demo.json'
import type { Lang } from '#db/schema.ts'
import { makeCollection } from '../collections/collections.server.ts'
import { addEntry, findEntry, noteEntry } from '../collections/entries.server.ts'
import { writeTexts } from '../items/texts.server.ts'
import { onlyReadable } from '../items/visibility.server.ts'
import { sealItem } from '../items/write.server.ts'
import type { SignedIn } from '../users/viewer.ts'
import { sampleId } from './load.server.ts'

type Given = (typeof demo.collections)[number]

/** Makes an example collection of what the sample content has loaded, in both languages. */
export function addDemoCollection(db: Db, cast: Record<string, SignedIn>, given: Given) {
  const { author, ar, fr, entries } = given
  const viewer = cast[author]!
  return db.transaction().execute(async (trx) => {
    const made = await makeCollection(trx, viewer, { ...ar, lang: 'ar' })
    const { id } = await trx
      .selectFrom('item')
      .where('id', '=', made)
      .select('item.id')
      .$call(onlyReadable(viewer))
      .executeTakeFirstOrThrow()
    await writeTexts(trx, id, 'fr', { title: fr.title, sections: { body: fr.body } })
    await sealItem(trx, id, viewer.id)
    for (const { of, note, lang } of entries) {
      const entry = await findEntry(trx, viewer, sampleId(of))
      if (!entry) continue
      await addEntry(trx, viewer, id, entry.id)
      await noteEntry(trx, id, entry.id, { note, lang: lang as Lang })
    }
  })
}
