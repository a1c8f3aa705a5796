import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '#app/settings.server.ts'

/** When the newest backup in the data folder was finished; null when there is none. */
export function lastBackupAt() {
  const folder = join(settings().DATA_DIR, 'backups')
  const times = namesIn(folder).map((name) => statSync(join(folder, name)).mtimeMs)
  return times.length ? new Date(Math.max(...times)).toISOString() : null
}

function namesIn(folder: string) {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.db'))
  } catch {
    return []
  }
}
