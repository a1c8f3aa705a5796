/** Keeps things by name in so many bytes; what was used longest ago makes room. */
export function createShelf<T>(most: number) {
  const things = new Map<string, { thing: T; bytes: number }>()
  let full = 0

  return { get, set }

  function get(name: string) {
    const found = things.get(name)
    if (!found) return undefined
    // A map keeps its order: what is put in again stands last.
    things.delete(name)
    things.set(name, found)
    return found.thing
  }

  /** Takes also how many bytes it is; what alone is larger than the shelf is not kept. */
  function set(name: string, thing: T, bytes: number) {
    remove(name)
    if (bytes > most) return
    things.set(name, { thing, bytes })
    full += bytes
    for (const oldest of things.keys()) {
      if (full <= most) break
      remove(oldest)
    }
  }

  function remove(name: string) {
    full -= things.get(name)?.bytes ?? 0
    things.delete(name)
  }
}
