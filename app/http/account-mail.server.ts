import type { Account } from '#app/domain/people/accounts.server.ts'
import { wordsFor } from '#app/i18n/words.server.ts'
import { publicUrl } from '#app/settings.server.ts'
import type { Db } from '#db/client.server.ts'
import { mailTo } from './mail.server.ts'

/** Writes to a person about what an administrator did to their account. */
export async function mailAboutAccount(trx: Db, account: Account, kind: string, reason: string) {
  await mailTo(trx, account, kind, {
    name: account.name,
    role: wordsFor(account.lang)(`admin.roles.${account.role}`),
    reason,
    link: `${publicUrl()}/${account.lang}`,
  })
}
