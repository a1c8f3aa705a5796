import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { NOTICE } from '#app/domain/personal-data/notice.ts'

const SEAT = ['--collectivity', '01.331.01.03', '--function', 'focal_point']
const OTHER_SEAT = ['--collectivity', '09.001.01.01', '--function', 'elected']

/** Whom the journeys are made as; each says by name that it is an example. */
export const PEOPLE = {
  account: person('account', 'account'),
  member: person('member', 'member', SEAT),
  stranger: person('stranger', 'member', OTHER_SEAT),
  facilitator: person('facilitator', 'facilitator'),
  admin: person('admin', 'admin'),
  // Signs in with a second factor, which ends the other sessions.
  keyholder: person('keyholder', 'facilitator'),
  // Is signed out everywhere, which nobody else's journey may suffer from.
  traveller: person('traveller', 'member', OTHER_SEAT),
}

export type Who = keyof typeof PEOPLE

export const PASSWORD = 'a password for journeys'

/** Lets all of them have accepted the notice on personal data, which the command line does for nobody. */
export function acceptNotice(folder: string) {
  const sqlite = new Sqlite(join(folder, 'multaqa.db'))
  sqlite.prepare('insert into consent (user_id, notice) select id, ? from user').run(NOTICE)
  sqlite.close()
}

/** A session's cookie, as after a whole sign-in: only the journeys of signing in pay for its forms. */
export function sessionOf(who: Who) {
  const secret = randomBytes(20).toString('hex')
  const sqlite = new Sqlite(join(process.env.JOURNEY_DATA!, 'multaqa.db'))
  const expires = new Date(Date.now() + 20 * 86_400_000).toISOString()
  const added = sqlite
    .prepare(
      `insert into session (id, user_id, expires_at, second_factor_at)
       select ?, id, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') from user where email = ?`,
    )
    .run(createHash('sha256').update(secret).digest('hex'), expires, PEOPLE[who].email)
  sqlite.close()
  if (added.changes !== 1) throw new Error(`There is no ${who}`)
  return { name: 'multaqa_session', value: secret }
}

function person(name: string, role: string, more: string[] = []) {
  const email = `${name}@example.org`
  const words = ['--email', email, '--name', `Exemple (${name})`, '--role', role, ...more]
  return { email, words: [...words, '--lang', 'fr'] }
}
