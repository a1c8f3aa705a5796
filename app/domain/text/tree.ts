import type { Element, ElementContent, Root, RootContent } from 'hast'

type Content = ElementContent | RootContent

/** What becomes of one node: other nodes in its place, or undefined to keep it. */
export type Change = (node: Content, ancestors: Element[]) => ElementContent[] | undefined

/** Changes a tree in place, children before their parent, and gives it back. */
export function change<T extends Root | Element>(parent: T, by: Change, ancestors: Element[] = []) {
  const line: Element[] = parent.type === 'element' ? [...ancestors, parent] : ancestors
  const children = (parent.children as Content[]).flatMap((child) => {
    if (child.type === 'element') change(child, by, line)
    return by(child, line) ?? [child]
  })
  parent.children = children as ElementContent[]
  return parent
}

/** The letters of a node and all below it, as they stand. */
export function textIn(node: Content | Root): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}
