import { itemPath } from '../items/paths.ts'

type Named = {
  id: string | null
  kind: Parameters<typeof itemPath>[0]['kind'] | null
  thread_id: string | null
}

/** What a row is about, by its address: without its title, which is another's. */
export function addressed<T extends Named>({ id, kind, thread_id, ...row }: T) {
  return { ...row, address: id && kind ? itemPath({ id, kind, thread_id, title: '' }) : null }
}
