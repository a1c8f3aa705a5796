import { readdirSync, statSync } from 'node:fs'

/** All files under these folders, as paths from the root of the project. */
export function filesUnder(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) => {
      const path = `${folder}/${name}`
      return statSync(path).isDirectory() ? filesUnder([path]) : [path]
    }),
  )
}
