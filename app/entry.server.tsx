import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { langOfPath } from './i18n/locales.ts'
import { Words } from './i18n/use-translation.ts'
import { i18nFor } from './i18n/words.server.ts'
import { logger } from './server/logger.server.ts'
import { drawOnce } from './ui/drawn-once.server.tsx'
import { Shared } from './ui/shared-item.tsx'
import { withStyles } from './ui/page-styles.server.ts'

// The process around the pages is part of the same bundle: bin/*.js call it through this entry.
export { run } from './server/run.server.ts'

/** Renders the whole page before it is sent: pages are small, and an error can still change the status. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream, ...entry }: EntryContext,
  context: AppLoadContext,
) {
  const { nonce } = context
  const i18n = i18nFor(langOfPath(new URL(request.url).pathname))
  const shared = drawOnce(i18n)
  const html = renderToString(
    <Words.Provider value={i18n}>
      <Shared.Provider value={shared.draw}>
        <RemixServer context={entry} url={request.url} nonce={nonce} />
      </Shared.Provider>
    </Words.Provider>,
  )
  const pieces = shared.inPieces(html)
  const page = entry.renderMeta?.didRenderScripts
    ? [...pieces, await handOver(serverHandoffStream, nonce)]
    : [styled(pieces.join(''), context)]
  headers.set('Content-Type', 'text/html; charset=utf-8')
  // As bytes: of a text, the response would first look at every letter, and then read it through a stream.
  const bytes = ['<!DOCTYPE html>', ...page].map((piece) => Buffer.from(piece))
  return new Response(Buffer.concat(bytes), { headers, status })
}

// One more request before anything can be drawn is what a weak connection waits for longest. Whoever
// has a script has the sheet as well, from the page before.
function styled(html: string, context: AppLoadContext) {
  const made = withStyles(html)
  context.style = made?.digest ?? null
  return made?.html ?? html
}

// What Remix's own component writes of the loaders' data, piece by piece. Of a page that waits for
// nothing all of it is there at once, and React need not write in pieces, which takes a quarter of its
// time (decision 114).
async function handOver(data: EntryContext['serverHandoffStream'], nonce: string) {
  if (!data) return ''
  const text = JSON.stringify(await new Response(data).text()).replace(UNSAFE, escaped)
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`
}

// Would end the script, or a line of it in older browsers.
const UNSAFE = /[<>&\u2028\u2029]/g

function escaped(sign: string) {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  // A form sent to a page that has none was answered, as any other that is refused.
  if (isRouteErrorResponse(error) && error.status < 500) return
  const { pathname } = new URL(request.url)
  logger.error({ err: error, requestId: context.requestId, pathname }, 'a request failed')
}
