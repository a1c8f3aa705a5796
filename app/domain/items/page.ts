export const PAGE_SIZE = 20

/** Where a page of a list begins: the sort value and the id of the last row of the page before. */
export type Cursor = { at: string; id: string }

export type Page<T> = { rows: T[]; next: string | null }

/** Cuts a list that was asked for with one row more than a page, and names where the next begins. */
export function pageOf<T extends { id: string }>(
  rows: T[],
  at: (row: T) => string | null,
  size = PAGE_SIZE,
): Page<T> {
  const last = rows.length > size ? rows[size - 1] : undefined
  return { rows: rows.slice(0, size), next: last ? `${at(last) ?? ''}~${last.id}` : null }
}

/** Reads a cursor from an address; undefined for none and for nonsense. */
export function readCursor(text: string | null): Cursor | undefined {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-z]{12})$/.exec(text ?? '') ?? []
  return at && id ? { at, id } : undefined
}
