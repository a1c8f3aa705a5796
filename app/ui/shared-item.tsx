import { createContext, type ReactElement, useContext } from 'react'

/** Gives the HTML of an element; on the server alone. */
export const Shared = createContext<((element: ReactElement) => string) | null>(null)

type Props = { className?: string; children: ReactElement }

/**
 * An item of a list that the server draws once for all pages it is on. What is in it may hang on
 * nothing but its own props, which are data, and on the words of the page.
 */
export function SharedItem({ className, children }: Props) {
  const htmlOf = useContext(Shared)
  if (!htmlOf) return <li className={className}>{children}</li>
  return <li className={className} dangerouslySetInnerHTML={{ __html: htmlOf(children) }} />
}
