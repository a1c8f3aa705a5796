import type { Account } from '#app/domain/people/accounts.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

type What = { kind: string; reason: string; act?: string }

/** Writes to a person about what an administrator did to their account. */
export async function mailAboutAccount(trx: Db, account: Account, { kind, reason, act }: What) {
  const { name, email, lang, role } = account
  // Whoever is suspended gets no mail any more, but for the one that says so.
  const id = kind === 'account_suspended' ? null : account.id
  const values = {
    name,
    role: wordsFor(lang)(`admin.roles.${role}`),
    reason,
    link: `${publicUrl()}/${lang}`,
  }
  await mailTo(trx, { id, email, lang }, kind, values, { act })
}
