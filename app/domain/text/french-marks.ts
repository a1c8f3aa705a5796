import type { Change } from './tree.ts'

// Once a run of spaces, however long.
const SPACE = /(?<! ) +(?=[;:!?»]+(?:[\s)\]»”"…,.]|$))|(?<=«) +/g

/**
 * No line begins with a mark that French sets a space before, nor ends with an opening quotation mark:
 * the space that was typed there does not break, but in code.
 */
export const frenchMarks: Change = (node, ancestors) => {
  if (node.type !== 'text') return undefined
  if (ancestors.some(({ tagName }) => tagName === 'code')) return undefined
  node.value = node.value.replace(SPACE, '\u00a0')
  return undefined
}
