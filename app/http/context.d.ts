import '@remix-run/node'
import type { Viewer } from '#app/domain/users/viewer.ts'
import type { Note } from './handle.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    viewer: Viewer
    /** The hashed id of the session that this request came with, if any. */
    sessionId: string | null
    /** When the person of the session last proved who they are. */
    provedAt: string | null
    ip: string
    requestId: string
    note: Note
    /** What the answer carries, whichever page it becomes: an error's page drops an action's own. */
    headers: Headers
    /** Set by the few pages that work only with a script, so that visitors get it too. */
    needsScript: boolean
    /** The status of a request that goes no further; what is asked for instead is the page that says so. */
    refused: number | null
    nonce: string
    /** The digest of the styles that the page has in itself. */
    style: string | null
  }
  interface Future {
    v3_singleFetch: true
  }
}
