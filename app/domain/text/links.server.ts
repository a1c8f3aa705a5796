import type { ElementContent, Element } from 'hast'
import { OWN_IMAGE } from './allow-list.server.ts'
import { type Change, text, textIn } from './tree.ts'

// Any address will do: it only tells "on this site" from "elsewhere" as a browser would.
const HERE = new URL('https://here.invalid/')

/** An image from elsewhere would tell its owner who reads here; it becomes a link to it. */
export const imagesFromElsewhere: Change = (node, ancestors) => {
  if (node.type !== 'element' || node.tagName !== 'img') return undefined
  const { src, alt } = node.properties
  const address = String(src ?? '')
  if (OWN_IMAGE.test(address)) return undefined
  const label = text(String(alt || address))
  if (ancestors.some(({ tagName }) => tagName === 'a')) return [label]
  return [{ type: 'element', tagName: 'a', properties: { href: address }, children: [label] }]
}

/** A link with no address left is only its text; one that leaves the site is marked as such. */
export const linkManners: Change = (node) => {
  if (node.type !== 'element' || node.tagName !== 'a') return undefined
  const { href } = node.properties
  const place = typeof href === 'string' ? whereTo(href) : undefined
  if (!place) return node.children
  if (place === 'elsewhere') node.properties.rel = ['nofollow', 'ugc', 'noopener']
  if (isEmpty(node)) node.children = [text(String(href))]
  return undefined
}

function whereTo(href: string) {
  const target = URL.canParse(href, HERE) ? new URL(href, HERE) : undefined
  if (!target) return undefined
  if (target.protocol === 'mailto:') return 'mail'
  return target.host !== HERE.host ? 'elsewhere' : 'here'
}

function isEmpty(link: Element) {
  return !textIn(link).trim() && !link.children.some(holdsImage)
}

function holdsImage(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  return node.tagName === 'img' || node.children.some(holdsImage)
}
