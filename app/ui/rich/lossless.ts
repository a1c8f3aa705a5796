import type { Node } from 'prosemirror-model'
import { markdownToHtml } from '#app/domain/text/bounded-lexer.ts'
import { withoutEntities } from './entities.ts'
import { parse, type Sources } from './parse.ts'
import { serialize } from './serialize.ts'

/**
 * A text as a document to edit, or nothing when it would not come out again as what readers see:
 * the document written as Markdown is read once more, and rendered beside what was typed.
 */
export function opened(markdown: string, sources?: Sources): Node | undefined {
  try {
    const doc = parse(markdown, sources)
    const again = serialize(doc)
    return parse(again).eq(doc) && shown(again) === shown(markdown) ? doc : undefined
  } catch {
    return undefined
  }
}

// Which of two signs of emphasis stands inside the other is seen by nobody; that each is there is
// known from the documents.
function shown(markdown: string) {
  return markdownToHtml(markdown)
    .split(/(<pre>[^]*?<\/pre>)/)
    .map((part, index) => (index % 2 ? part : flowing(part)))
    .join('')
}

function flowing(html: string) {
  const plain = html.replace(/<\/?(?:strong|em|del|a)(?: [^>]*)?>/g, '').replace(/\s+/g, ' ')
  return withoutEntities(plain).replace(/\s*(<\/?(?:p|li|[uo]l|h\d|br|t[dhr])\b[^>]*>)\s*/g, '$1')
}
