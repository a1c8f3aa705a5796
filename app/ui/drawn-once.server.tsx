import { randomBytes } from 'node:crypto'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createShelf } from '#app/domain/shelf.ts'
import { Words, type PageWords } from '#app/i18n/use-translation.ts'

const BYTES = 16_000_000

// No text of a page can hold it.
const MARK = randomBytes(12).toString('hex')
const MARKS = new RegExp(`${MARK}(\\d+);`)

const shelf = createShelf<string>(BYTES)
const numbers = new Map<unknown, number>()

/**
 * Draws what stands in a page of these words as a `SharedItem`: the same element gives the same HTML.
 * In the page it leaves a mark, of which `inPieces` makes the HTML, piece by piece: as one text, a page
 * of more than 64,000 letters would be written into fresh memory, which takes longer than to draw it.
 */
export function drawOnce(words: PageWords) {
  const drawn: string[] = []
  return {
    draw: (element: ReactElement) => `${MARK}${drawn.push(htmlOf(words, element)) - 1};`,
    inPieces: (page: string) =>
      page.split(MARKS).map((piece, at) => (at % 2 ? drawn[Number(piece)]! : piece)),
  }
}

function htmlOf(words: PageWords, element: ReactElement) {
  const name = `${words.lang} ${numberOf(element.type)} ${JSON.stringify(element.props)}`
  const known = shelf.get(name)
  if (known !== undefined) return known
  const html = renderToString(<Words.Provider value={words}>{element}</Words.Provider>)
  shelf.set(name, html, 2 * (name.length + html.length))
  return html
}

function numberOf(component: unknown) {
  const number = numbers.get(component) ?? numbers.size
  numbers.set(component, number)
  return number
}
