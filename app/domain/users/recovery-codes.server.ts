import { randomBytes } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import { ALPHABET } from '#db/id.ts'
import { digest } from './digest.server.ts'

const CODES = 10
// 120 random bits: nobody can guess one, so that a plain hash is enough (OWASP ASVS 5.0, 6.5.2).
const LETTERS = 24

/**
 * Makes new recovery codes for a person; older ones are worthless from then on. Gives them as they
 * are written down, the only time: their hashes alone are kept.
 */
export async function issueRecoveryCodes(trx: Db, userId: string) {
  await trx.deleteFrom('recovery_code').where('user_id', '=', userId).execute()
  const codes = Array.from({ length: CODES }, newCode)
  const rows = codes.map((code) => ({ hash: digest(code), user_id: userId }))
  await trx.insertInto('recovery_code').values(rows).execute()
  return codes.map((code) => code.match(/.{4}/g)!.join('-'))
}

/** Uses a recovery code up, however it was typed; gives whether it was one that still worked. */
export async function useRecoveryCode(db: Db, userId: string, typed: string) {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: new Date().toISOString() })
    .where('hash', '=', digest(code))
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .returning('hash')
    .executeTakeFirst()
  return used !== undefined
}

/** How many recovery codes of a person still work. */
export async function countRecoveryCodes(db: Db, userId: string) {
  const { count } = await db
    .selectFrom('recovery_code')
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function newCode() {
  return Array.from(randomBytes(LETTERS), (byte) => ALPHABET[byte % 32]).join('')
}
