import '@remix-run/node'
import type { Viewer } from '#app/domain/users/viewer.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    viewer: Viewer
    /** The hashed id of the session that this request came with, if any. */
    sessionId: string | null
    ip: string
    requestId: string
    nonce: string
  }
  interface Future {
    v3_singleFetch: true
  }
}
