import { randomBytes, randomUUID } from 'node:crypto'
import type { ServerBuild } from '@remix-run/node'
import { publicUrl } from '#app/settings.server.ts'
import { createAnswering } from './answering.server.ts'
import { cookieFor, readCookie } from './cookies.server.ts'
import { answerWith, bodyIn, codingFor } from './finished-page.server.ts'
import { protectHeaders } from './headers.server.ts'
import { refuse, refuseFiles } from './guard.server.ts'
import { chosenLang, languageOf } from './lang-choice.server.ts'
import { SESSION_COOKIE } from './lucia.server.ts'
import type { PageCache } from './page-cache.server.ts'
import { preferredLang } from './preferred-lang.server.ts'
import { authenticate } from './viewer.server.ts'
import { type Asking, visitorAddress } from './visitor-address.server.ts'

/** Writes into the log what concerns security: what it was, and whose account (an id) it touched. */
export type Note = (what: string, who: string | null) => void

export type Client = { ip: string; requestId?: string; note?: Note }

// Not for this person; too many tries.
const REFUSED = [403, 429]

/**
 * The whole program as one function from a request to its answer: refusals, who is asking, the
 * page, the protecting headers. The server and the tests call the same one. With `pages`, those for
 * visitors are kept there.
 */
export function createHandler(build: ServerBuild, pages?: PageCache) {
  const remix = createAnswering(build)

  return async function handle(request: Request, client: Client): Promise<Response> {
    const response = await respond(request, client)
    const { headers } = response
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
    return response
  }

  function respond(request: Request, client: Client): Promise<Response> | Response {
    const { requestId = randomUUID(), note = () => {} } = client
    const known = { ...client, requestId, note }
    const refusal = refuse(request)
    if (refusal)
      return isForPeople(refusal) ? answer(request, known, refusal) : bare(refusal, known)
    const address = pages ? visitorAddress(askingOf(request)) : null
    return address ? forVisitor(request, address, known) : answer(request, known)
  }

  // The page is made for a request of which nothing but its address is known, so that it is no one's.
  async function forVisitor(request: Request, address: string, client: Required<Client>) {
    const { method, headers } = request
    const coding = codingFor(headers.get('accept-encoding'))
    const made = await pages!.answer(address, coding, () =>
      answer(new Request(publicUrl() + address), client),
    )
    if (made instanceof Response) return method === 'HEAD' ? headOf(made) : made
    const { requestId } = client
    const known = headers.get('if-none-match')
    const whole = await bodyIn(made, coding)
    const { body, ...head } = answerWith(made, whole, { coding, requestId, method, known })
    return new Response(body && new Uint8Array(body), head)
  }

  // A refusal is a page too, in the language of the address or else of its reader: whoever sent too
  // large a file reads why.
  async function answer(request: Request, client: Required<Client>, early?: Response) {
    const { ip, requestId, note } = client
    const nonce = randomBytes(16).toString('base64')
    const { cookies, ...who } = await authenticate(request)
    const refusal = early ?? (who.viewer ? null : await refuseFiles(request))
    const refused = refusal?.status ?? null
    const made = { headers: new Headers(), needsScript: false, style: null }
    const context = { ...who, ...made, nonce, requestId, ip, note, refused }
    const response = await remix(refusal ? noPageFor(request) : request, context)
    if (refusal || REFUSED.includes(response.status)) {
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

// No browser sends what the others refuse by itself: nothing is looked for, and nothing drawn.
function isForPeople({ status }: Response) {
  return [400, 403, 413].includes(status)
}

function bare(refusal: Response, { note, requestId }: Required<Client>) {
  note(`refused: ${refusal.status}`, null)
  return protectHeaders(refusal, { nonce: '', viewer: null, requestId })
}

// Asks for an address that no page has, as the script asks if it was the script that was refused; of the
// request itself nothing is read.
function noPageFor(request: Request) {
  const { pathname } = new URL(request.url)
  const lang = languageOf(request.url) ?? preferredLang(request)
  const address = `${publicUrl()}/${lang}/-${pathname.endsWith('.data') ? '.data' : ''}`
  return new Request(address, { headers: { cookie: request.headers.get('cookie') ?? '' } })
}

function headOf(response: Response) {
  void response.body?.cancel()
  return new Response(null, response)
}

function askingOf({ method, url, headers }: Request): Asking {
  const { pathname, search } = new URL(url)
  return { method, address: pathname + search, header: (name) => headers.get(name) }
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
