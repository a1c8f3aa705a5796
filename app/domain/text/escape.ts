/** A name or a title as Markdown that says just that, also between the brackets of a link. */
export function escapeMarkdown(text: string) {
  return text.replace(/[\\[\]()*_`<>@]/g, '\\$&')
}
