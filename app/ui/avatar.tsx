const TINTS = 6

type Props = { name: string; size?: 'small' | 'medium' | 'large' }

/** Initials on a quiet tint, the same for the same name. Decorative: the name stands beside it. */
export function Avatar({ name, size = 'medium' }: Props) {
  const sizing = size === 'medium' ? '' : ` avatar-${size}`
  return (
    <span className={`avatar tint-${tintOf(name)}${sizing}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

/** One letter in Arabic, where two would join into a syllable; first and last in other scripts. */
export function initialsOf(name: string) {
  // What stands in brackets says something about the name, and a dash parts it in two scripts.
  const [own = ''] = name.split(/\s[–—-]\s/)
  const bare = own.replace(/\([^)]*\)?/g, ' ').trim() || name.replace(/[^\p{L}\p{N}]+/gu, ' ')
  const words = bare.trim().split(/\s+/).map(withoutArticle).filter(Boolean)
  const [first = '', last = ''] = [words.at(0), words.length > 1 ? words.at(-1) : '']
  if (/\p{Script=Arabic}/u.test(first)) return firstLetter(first)
  return (firstLetter(first) + firstLetter(last)).toUpperCase()
}

function withoutArticle(word: string) {
  return /^ال\S{2,}/.test(word) ? word.slice(2) : word.replace(/[^\p{L}\p{N}].*/u, '') || word
}

function firstLetter(word: string) {
  return Array.from(word)[0] ?? ''
}

function tintOf(name: string) {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return (sum % TINTS) + 1
}
