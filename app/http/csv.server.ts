type Cell = string | number | null

// What a spreadsheet would take for a formula is made plain text.
const FORMULA = /^[=+\-@\t\r]/

/** A line of a CSV file (RFC 4180): every cell quoted, none of them a formula. */
export function csvLine(cells: Cell[]) {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: Cell) {
  const text = String(cell ?? '')
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/**
 * A CSV file as an answer, read part by part while it is sent, so that a long one never lies in
 * memory as a whole. Takes the name and the parts; begins with the mark that tells Excel its letters.
 */
export function csvAnswer(name: string, parts: AsyncGenerator<string>) {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode('\ufeff')),
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
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
