import { randomBytes, randomUUID } from 'node:crypto'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { cookieFor, readCookie } from './cookies.server.ts'
import { protectHeaders } from './headers.server.ts'
import { refuse } from './guard.server.ts'
import { chosenLang } from './lang-choice.server.ts'
import { SESSION_COOKIE } from './lucia.server.ts'
import { authenticate } from './viewer.server.ts'

/** Writes into the log what concerns security: what it was, and whose account (an id) it touched. */
export type Note = (what: string, who: string | null) => void

export type Client = { ip: string; requestId?: string; note?: Note }

// Not for this person; too many tries.
const REFUSED = [403, 429]

/**
 * The whole program as one function from a request to its answer: refusals, who is asking, the
 * page, the protecting headers. The server and the tests call the same one.
 */
export function createHandler(build: ServerBuild) {
  const remix = createRequestHandler(build, build.mode)

  return async function handle(request: Request, client: Client): Promise<Response> {
    const { ip, requestId = randomUUID(), note = () => {} } = client
    const nonce = randomBytes(16).toString('base64')
    const refusal = refuse(request)
    if (refusal) note(`refused: ${refusal.status}`, null)
    if (refusal) return protectHeaders(refusal, { nonce, viewer: null, requestId })

    const { cookies, ...who } = await authenticate(request)
    const made = { headers: new Headers(), needsScript: false }
    const context = { ...who, ...made, nonce, requestId, ip, note }
    const response = await remix(request, context)
    if (REFUSED.includes(response.status)) {
      note(`refused: ${response.status}`, who.viewer?.id ?? null)
    }
    for (const [name, value] of context.headers) {
      if (name !== 'retry-after' || response.status === 429) response.headers.append(name, value)
    }
    const renewed = setsSession(response) ? [] : cookies
    const remembered = [...shownFlash(request, response), ...chosenLang(request, response)]
    for (const cookie of [...renewed, ...remembered]) {
      response.headers.append('Set-Cookie', cookie)
    }
    // What sets a cookie is one reader's: a shared cache would hand their session to the next.
    if (response.headers.has('Set-Cookie')) {
      response.headers.set('Cache-Control', 'private, no-store')
    }
    return protectHeaders(response, context)
  }
}

// A word of confirmation is shown once: the page that shows it also takes its cookie away. What
// the script asks for before the page's data (which routes there are) shows nothing.
function shownFlash(request: Request, { status, headers }: Response) {
  if (request.method !== 'GET' || status !== 200 || !readCookie(request, 'flash')) return []
  const isPage = /^text\/(html|x-script)/.test(headers.get('content-type') ?? '')
  return isPage ? [cookieFor('flash', '', 0)] : []
}

// An answer that signs in or out has the last word about the session's cookie.
function setsSession(response: Response) {
  return response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`))
}
