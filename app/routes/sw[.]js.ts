import source from '#app/ui/offline/worker.js?raw'

/** The service worker. Its policy is its own: it runs nothing but itself and asks only this site. */
export function loader() {
  return new Response(source, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; connect-src 'self'",
      'Cache-Control': 'no-cache',
    },
  })
}
