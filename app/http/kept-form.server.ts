import { countTry } from '#app/domain/tries/tries.server.ts'
import { digest, newSecret } from '#app/domain/users/digest.server.ts'
import { db } from '#db/client.server.ts'
import { cookieFor, readCookie } from './cookies.server.ts'
import { textFields } from './form.server.ts'
import { sessionSecret } from './lucia.server.ts'

const COOKIE = 'kept'
const HOURS = 12
// Whoever posts without signing in may not fill the disk.
const MOST = 500

/**
 * Keeps the posted fields of a person whose sign-in has expired; gives the cookies that find them.
 * Takes the request and the address it came from, which may not fill the database with forms.
 */
export async function keepForm(request: Request, ip: string) {
  if (request.bodyUsed) return []
  const owner = await findLastUser(request)
  if (owner === undefined || (await countTry(db, 'post', `kept:${ip}`)) > 0) return []
  const form = await request
    .clone()
    .formData()
    .catch(() => new FormData())
  const fields = textFields(form, (name) => !/password/i.test(name))
  const json = JSON.stringify(fields)
  if (Object.keys(fields).length === 0 || json.length > 400_000) return []
  if ((await countKept()) >= MOST) return []

  const secret = newSecret()
  await db
    .insertInto('kept_form')
    .values({
      hash: digest(secret),
      user_id: owner,
      path: new URL(request.url).pathname.replace(/\.data$/, '').slice(0, 1000),
      fields: json,
      expires_at: new Date(Date.now() + HOURS * 3_600_000).toISOString(),
    })
    .execute()
  return [cookieFor(COOKIE, secret, HOURS * 3600)]
}

/**
 * The fields kept for this page and this person, once; null when there are none. A form's loader
 * calls it and shows them as if they had just been typed.
 */
export async function takeKeptForm(request: Request, userId: string) {
  const secret = readCookie(request, COOKIE)
  if (!secret || request.method !== 'GET') return null
  const row = await db
    .deleteFrom('kept_form')
    .where('hash', '=', digest(secret))
    .where('path', '=', new URL(request.url).pathname.replace(/\.data$/, ''))
    .where('expires_at', '>', new Date().toISOString())
    .where((eb) => eb.or([eb('user_id', '=', userId), eb('user_id', 'is', null)]))
    .returning('fields')
    .executeTakeFirst()
  return row ? (JSON.parse(row.fields) as Record<string, string[]>) : null
}

/** Whether something is kept for this browser, so that a page may say so. */
export async function hasKeptForm(request: Request) {
  const secret = readCookie(request, COOKIE)
  if (!secret) return false
  const row = await db
    .selectFrom('kept_form')
    .where('hash', '=', digest(secret))
    .where('expires_at', '>', new Date().toISOString())
    .select('hash')
    .executeTakeFirst()
  return row !== undefined
}

async function countKept() {
  const { count } = await db
    .selectFrom('kept_form')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/**
 * Who signed in with this browser last. An expired session still says whose form it was: nobody else gets
 * it on a shared computer. Null for one who never signed in here; undefined where the session is long gone.
 */
export async function findLastUser(request: Request) {
  const secret = sessionSecret(request)
  if (!secret) return null
  const row = await db
    .selectFrom('session')
    .where('id', '=', digest(secret))
    .select('user_id')
    .executeTakeFirst()
  return row?.user_id
}
