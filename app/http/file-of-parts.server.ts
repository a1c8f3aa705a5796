type Named = { name: string; type: string; begin?: string }

/**
 * A file as an answer, read part by part while it is sent, so that a long one never lies in memory as a
 * whole. Takes its name, its type, how it begins, and the parts.
 */
export function fileOfParts({ name, type, begin = '' }: Named, parts: AsyncGenerator<string>) {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(begin)),
    async pull(stream) {
      const { value, done } = await parts.next()
      if (done) stream.close()
      else stream.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
