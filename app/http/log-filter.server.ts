import type { LogFilter } from '#app/domain/moderation/log.ts'
import { AUDIT_VERBS } from '#app/domain/moderation/verbs.ts'

/** Reads what the log is narrowed by from an address or a form; nonsense narrows nothing. */
export function readLogFilter(given: URLSearchParams | FormData): LogFilter {
  const text = (name: string) => {
    const value = given.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    verb: AUDIT_VERBS.find((verb) => verb === text('verb')),
    actor: text('actor').replace(/^@/, '').slice(0, 30) || undefined,
    about: named(text('about')),
    from: dayOf(text('from')),
    until: dayOf(text('until')),
  }
}

const IN_ADDRESS =
  /\/(threads|challenges|practices|documents|posts|people|spaces|tags|thesaurus|collectivities)\/([^/?#]+)(?:\/posts\/([^/?#]+))?/

// A whole address names its thing as well as the thing's own name does.
function named(text: string) {
  const [, kind, name, post] = IN_ADDRESS.exec(text) ?? []
  if (kind === 'people') return `@${name}`
  return (decoded(post ?? name ?? text) || undefined)?.slice(0, 200)
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function dayOf(text: string) {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined
}
