import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createShelf } from '#app/domain/shelf.ts'
import { Words, type PageWords } from '#app/i18n/use-translation.ts'

const BYTES = 16_000_000

const shelf = createShelf<string>(BYTES)
const numbers = new Map<unknown, number>()

/** Draws what stands in a page of these words as a `SharedItem`: the same element gives the same HTML. */
export function drawOnce(words: PageWords) {
  return (element: ReactElement) => {
    const name = `${words.lang} ${numberOf(element.type)} ${JSON.stringify(element.props)}`
    const known = shelf.get(name)
    if (known !== undefined) return known
    const html = renderToString(<Words.Provider value={words}>{element}</Words.Provider>)
    shelf.set(name, html, 2 * (name.length + html.length))
    return html
  }
}

function numberOf(component: unknown) {
  const number = numbers.get(component) ?? numbers.size
  numbers.set(component, number)
  return number
}
