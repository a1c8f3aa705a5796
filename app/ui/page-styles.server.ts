import { createHash } from 'node:crypto'
import sheet from './styles/index.css?inline'
import address from './styles/index.css?url'

/** What stands before a brace, or a statement without one; and what is in the braces. */
type Rule = { head: string; within: string | Rule[]; needs: string[][] }

// The service worker puts a notice over its copies, which have no other sheet.
const ADDED = ['notice', 'notice-warning', 'icon']

const rules = rulesOf(sheet)

/**
 * A page without script with those of our styles in it that it can ever need, and their digest for its
 * policy; null where they are not at hand. See docs/decisions/113-styles-in-pages-without-script.md.
 */
export function withStyles(page: string) {
  const link = `<link rel="stylesheet" href="${address}"/>`
  if (process.env.NODE_ENV === 'development' || !page.includes(link)) return null
  const style = stylesFor(rules, page)
  const html = page.replace(link, () => `<style>${style}</style>`)
  return { html, digest: createHash('sha256').update(style).digest('base64') }
}

/** The rules whose selectors name no class that the page has not. */
export function stylesFor(rules: Rule[], page: string) {
  const names = [...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, list]) => list!.split(/\s+/))
  return written(rules, new Set([...names, ...ADDED]))
}

function written(rules: Rule[], classes: Set<string>): string {
  return rules.map((rule) => writtenRule(rule, classes)).join('')
}

function writtenRule({ head, within, needs }: Rule, classes: Set<string>) {
  if (!needs.some((names) => names.every((name) => classes.has(name)))) return ''
  if (typeof within === 'string') return head + within
  const inner = written(within, classes)
  return inner && `${head}{${inner}}`
}

/** A style sheet as a tree. It is our own: no brace stands in its strings. */
export function rulesOf(sheet: string): Rule[] {
  const text = sheet.replace(/\/\*.*?\*\//gs, '')
  const rules: Rule[] = []
  for (let at = 0; at < text.length;) {
    const end = text.slice(at).search(/[;{]/) + at
    if (end < at) break
    const close = text[end] === ';' ? end : closing(text, end)
    rules.push(ruleOf(text.slice(at, end).trim(), text.slice(end, close + 1)))
    at = close + 1
  }
  return rules
}

// What holds other rules is read further; letters, pages of paper and the like stay as they are.
function ruleOf(head: string, block: string): Rule {
  if (/^@(?:layer|media|supports|container)\b/.test(head) && block !== ';') {
    return { head, within: rulesOf(block.slice(1, -1)), needs: [[]] }
  }
  return {
    head,
    within: block,
    needs: head.startsWith('@') ? [[]] : selectors(head).map(classesOf),
  }
}

function closing(text: string, open: number) {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return text.length
}

// Inside of parentheses a class may be one of several, or one that must be missing.
function selectors(head: string) {
  let plain = head
  while (plain.includes('(')) plain = plain.replace(/\([^()]*\)/g, '')
  return plain.split(',')
}

function classesOf(selector: string) {
  return [...selector.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!)
}
