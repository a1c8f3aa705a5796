/** The elements of a page that a browser would run: data in the words of schema.org is none of them. */
export function scriptsIn(html: string) {
  return html.match(/<script(?! type="application\/ld\+json">)[^>]*/gi) ?? []
}

/** What a page is in the words of schema.org; undefined where it doesn't say. */
export function linkedDataOf(html: string) {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  return json === undefined ? undefined : (JSON.parse(json) as Record<string, any>)
}
