import type { Element, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

// Written out again on purpose: a slip in the application's list must not slip through here too.
const DIR = /^(auto|ltr|rtl)$/
const ALIGN = /^(left|center|right)$/
const ATTRIBUTES: Record<string, Record<string, RegExp>> = {
  ...Object.fromEntries(['strong', 'em', 'del', 'code', 'br', 'bdi'].map((name) => [name, {}])),
  ...Object.fromEntries(['hr', 'thead', 'tbody', 'tr'].map((name) => [name, {}])),
  ...Object.fromEntries(
    ['p', 'h3', 'h4', 'h5', 'blockquote', 'pre', 'ul', 'li', 'table'].map((name) => [
      name,
      { dir: DIR },
    ]),
  ),
  ol: { dir: DIR, start: /^\d{1,9}$/ },
  th: { dir: DIR, align: ALIGN },
  td: { dir: DIR, align: ALIGN },
  a: { href: /^/, rel: /^nofollow,ugc,noopener$/, className: /^mention$/ },
  img: { src: /^\/files\/[\w-]+/, alt: /^/, loading: /^lazy$/ },
}

/** What a browser would find in this HTML that no text may hold: empty when all is well. */
export function offTheList(html: string) {
  return nodesOf(fromHtml(html, { fragment: true })).flatMap((node) => {
    if (node.type === 'text') return []
    return node.type === 'element' ? faults(node) : [node.type]
  })
}

export function nodesOf(parent: Root | Element): RootContent[] {
  return parent.children.flatMap((node) =>
    node.type === 'element' ? [node, ...nodesOf(node)] : [node],
  )
}

function faults({ tagName, properties }: Element) {
  const allowed = ATTRIBUTES[tagName]
  if (!allowed) return [`<${tagName}>`]
  const bad = Object.entries(properties).filter(
    ([name, value]) => !allowed[name]?.test(String(value)),
  )
  const href = tagName === 'a' ? protocolFault(String(properties.href)) : []
  return [...bad.map(([name, value]) => `${tagName}[${name}=${value}]`), ...href]
}

function protocolFault(href: string) {
  if (!URL.canParse(href, 'https://here.invalid/')) return [`href=${href}`]
  const { protocol } = new URL(href, 'https://here.invalid/')
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? [] : [`href=${href}`]
}
