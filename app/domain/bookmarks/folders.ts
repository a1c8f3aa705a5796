/** Where the bookmarks of one folder are listed, or all of them, without the language. */
export function folderPath(folder: string | undefined, after?: string | null) {
  const query = new URLSearchParams({ ...(folder && { folder }), ...(after && { after }) })
  return `/bookmarks${query.size ? `?${query}` : ''}`
}
