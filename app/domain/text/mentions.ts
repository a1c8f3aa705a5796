import type { Element, ElementContent } from 'hast'
import { type Change, text } from './tree.ts'

// Arabic writes its one-letter words onto the next one, so a letter that is not Latin may precede
// the sign; what looks like an e-mail address or a domain is neither.
const MENTION = /(?<![\w@/.+-])@([A-Za-z0-9][A-Za-z0-9-]{1,29})(?![\w@-]|\.[A-Za-z])/g
const QUIET = ['a', 'code', 'pre']

/** `@handle` becomes a link to the person, outside code and links. */
export const mentionLinks: Change = (node, ancestors) => {
  if (node.type !== 'text' || !node.value.includes('@')) return undefined
  if (ancestors.some(({ tagName }) => QUIET.includes(tagName))) return undefined
  return withMentions(node.value)
}

/** The handle that a link made by `mentionLinks` points to. */
export function handleOf({ properties }: Element) {
  const [, handle] = String(properties.href).split('/people/')
  return properties.className ? handle : undefined
}

function withMentions(value: string) {
  const parts: ElementContent[] = []
  let end = 0
  for (const match of value.matchAll(MENTION)) {
    parts.push(text(value.slice(end, match.index)), mention(match[1] ?? ''))
    end = match.index + match[0].length
  }
  return [...parts, text(value.slice(end))].filter((part) => part.type !== 'text' || part.value)
}

function mention(name: string): Element {
  const bdi: Element = {
    type: 'element',
    tagName: 'bdi',
    properties: {},
    children: [text(`@${name}`)],
  }
  const properties = { href: `/people/${name.toLowerCase()}`, className: ['mention'] }
  return { type: 'element', tagName: 'a', properties, children: [bdi] }
}
