import { Transform } from 'node:stream'
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { langOfPath } from './i18n/locales.ts'
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
    <I18nextProvider i18n={i18n}>
      <RemixServer context={remixContext} url={request.url} nonce={nonce} />
    </I18nextProvider>
  )
  return new Promise<Response>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = withoutPadding()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
        pipe(body)
      },
      onShellError: reject,
      onError(error) {
        status = 500
        logger.error({ err: error }, 'a page could not be rendered')
      },
    })
  })
}

// Where a letter of several bytes does not fit in the rest of a chunk, React 18 fills it with NUL
// (react#24985): some would stand in the middle of most Arabic pages.
function withoutPadding() {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter((byte) => byte !== 0)) : chunk)
    },
  })
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  const { pathname } = new URL(request.url)
  logger.error({ err: error, requestId: context.requestId, pathname }, 'a request failed')
}
