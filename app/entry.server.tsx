import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { langOfPath } from './i18n/locales.ts'
import { Words } from './i18n/use-translation.ts'
import { i18nFor } from './i18n/words.server.ts'
import { logger } from './server/logger.server.ts'

// The process around the pages is part of the same bundle: bin/*.js call it through this entry.
export { run } from './server/run.server.ts'

/** Renders the whole page before it is sent: pages are small, and an error can still change the status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
) {
  const i18n = i18nFor(langOfPath(new URL(request.url).pathname))
  const page = (
    <Words.Provider value={i18n}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </Words.Provider>
  )
  return new Promise<Response>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        headers.set('Content-Type', 'text/html; charset=utf-8')
        pipe(inOnePiece((body) => resolve(new Response(body, { headers, status }))))
      },
      onShellError: reject,
      onError(error) {
        status = 500
        logger.error({ err: error }, 'a page could not be rendered')
      },
    })
  })
}

// React writes two kilobytes at a time, and each would be compressed for itself: for a long page that
// takes longer than all else. Where a letter of several bytes does not fit in the rest of a piece,
// React 18 fills that with NUL (react#24985): some would stand in the middle of most Arabic pages.
function inOnePiece(done: (body: Buffer<ArrayBuffer>) => void) {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(withoutPadding(piece))
      next()
    },
    final(next) {
      done(Buffer.concat(pieces))
      next()
    },
  })
}

function withoutPadding(piece: Buffer) {
  let end = piece.length
  while (piece[end - 1] === 0) end--
  return piece.subarray(0, end)
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const { pathname } = new URL(request.url)
  logger.error({ err: error, requestId: context.requestId, pathname }, 'a request failed')
}
