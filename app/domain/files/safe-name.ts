import { MAX_NAME } from './files.limits.ts'

// Controls, marks that turn the direction of text around, and halves of characters.
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Co}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const UNFIT = /["'`<>:;|?*%«»“”‘’]/g
// A letter comes first, so that the number in "Loi 113.14" is not taken for one.
const EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,4}$/

/**
 * The name under which a file is offered for download: what the person called it, without path,
 * controls or quotes, in any script, ending in the extension its content has.
 */
export function safeName(name: string, extension: string) {
  const called = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = called.replace(UNSEEN, '').replace(UNFIT, '').replace(/\s+/g, ' ')
  const stem = trimmed(withoutEnd(trimmed(clean).replace(EXTENSION, ''), `.${extension}`))
  const room = MAX_NAME - extension.length - 1
  return `${trimmed([...stem].slice(0, room).join('')) || 'file'}.${extension}`
}

function withoutEnd(text: string, end: string) {
  return text.toLowerCase().endsWith(end) ? text.slice(0, -end.length) : text
}

function trimmed(text: string) {
  let [start, end] = [0, text.length]
  while (start < end && ' .'.includes(text.charAt(start))) start++
  while (end > start && ' .'.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
