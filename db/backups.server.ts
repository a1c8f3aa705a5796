import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** When the newest backup in the data folder was finished; null when there is none. */
export function lastBackupAt(dataDir: string) {
  const folder = join(dataDir, 'backups')
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
