import { randomInt } from 'node:crypto'
import type { Db } from '#db/client.server.ts'
import { HANDLE_MAX } from './users.limits.ts'

const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789'

/**
 * A free handle made from a name: its Latin letters, else `member-` and a few at random; a name
 * in Arabic is not spelled out in Latin letters, its owner does that best, in the settings.
 */
export async function freeHandle(trx: Db, name: string) {
  const plain = handleFrom(name)
  for (const handle of [plain, `${plain.slice(0, HANDLE_MAX - 5)}-${random(4)}`]) {
    if (plain.length >= 3 && !(await isTaken(trx, handle))) return handle
  }
  return `member-${random(6)}`
}

function handleFrom(name: string) {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, HANDLE_MAX)
    .replace(/^-+|-+$/g, '')
}

async function isTaken(trx: Db, handle: string) {
  const row = await trx
    .selectFrom('user')
    .where('handle', '=', handle)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

function random(length: number) {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
