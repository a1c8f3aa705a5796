import { itemPath } from '#app/domain/items/paths.ts'
import type { ModeratedItem } from '#app/domain/moderation/items.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

type Kind = 'item_hidden' | 'item_restored' | 'item_released'

/** Writes to an item's author about what was done to it; nobody is written to about their own act. */
export async function mailAboutItem(
  trx: Db,
  viewer: SignedIn,
  item: ModeratedItem,
  { kind, act, reason = '' }: { kind: Kind; act: string; reason?: string },
) {
  const { id, author_id, email, author_lang: lang, name, title } = item
  if (!author_id || !email || !lang || !name || author_id === viewer.id) return
  const link = `${publicUrl()}/${lang}${encodeURI(itemPath(item))}`
  const values = { name, title, reason, link }
  await mailTo(trx, { id: author_id, email, lang }, kind, values, { item: id, act })
}
