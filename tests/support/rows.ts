import { sqlite } from '#db/client.server.ts'

/** Gives how many rows each table has, as text to compare; `passedOver` names those left out. */
export function rowCounter(passedOver: string[]) {
  const rows = sqlite.prepare(`select name from sqlite_schema where type = 'table'`).all()
  const names = (rows as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => !passedOver.includes(name) && !/^(sqlite|search_t|kysely)/.test(name))
  const counts = names.map((name) => `(select count(*) from "${name}")`)
  const statement = sqlite.prepare(`select ${counts.join(', ')}`).raw()
  return () => JSON.stringify(statement.get())
}
