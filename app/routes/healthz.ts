import { sql } from 'kysely'
import { db } from '#db/client.server.ts'

/** Alive, and able to read its data. */
export async function loader() {
  await sql`select 1 from user limit 1`.execute(db)
  return new Response('ok', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
