export type Piece = { text: string; change: 'same' | 'added' | 'removed' }

/** Cells of the table that the comparison may fill; beyond it the finer grain is given up. */
const MOST_CELLS = 1_000_000

/**
 * What changed from one text to another: by words, by lines where that would take too long, as a
 * whole where even that would. The pieces that are not `removed` make the new text.
 */
export function compareTexts(before: string, after: string): Piece[] {
  for (const grain of [/(\s+)/, /(\n+)/]) {
    const [old, now] = [before.split(grain).filter(Boolean), after.split(grain).filter(Boolean)]
    const middle = trimmed(old, now)
    if (middle.old.length * middle.now.length <= MOST_CELLS) return joined(whole(old, middle))
  }
  return joined([piece('removed', before), piece('added', after)])
}

type Middle = { start: number; end: number; old: string[]; now: string[] }

// Equal beginnings and ends need no table.
function trimmed(old: string[], now: string[]): Middle {
  const most = Math.min(old.length, now.length)
  let start = 0
  while (start < most && old[start] === now[start]) start++
  let end = 0
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return {
    start,
    end,
    old: old.slice(start, old.length - end),
    now: now.slice(start, now.length - end),
  }
}

function whole(old: string[], middle: Middle) {
  const same = (words: string[]) => words.map((word) => piece('same', word))
  return [
    ...same(old.slice(0, middle.start)),
    ...changes(middle.old, middle.now),
    ...same(old.slice(old.length - middle.end)),
  ]
}

// The longest common subsequence, by the table of its lengths from each pair of places on.
function changes(old: string[], now: string[]): Piece[] {
  const width = now.length + 1
  const lengths = lengthsOf(old, now, width)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      pieces.push(piece('same', old[i]!))
      i++
      j++
    } else if (j >= now.length || (i < old.length && below(lengths, i, j, width))) {
      pieces.push(piece('removed', old[i++]!))
    } else pieces.push(piece('added', now[j++]!))
  }
  return pieces
}

function lengthsOf(old: string[], now: string[], width: number) {
  const lengths = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const longer = Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
      lengths[i * width + j] = old[i] === now[j] ? lengths[(i + 1) * width + j + 1]! + 1 : longer
    }
  }
  return lengths
}

function below(lengths: Uint32Array, i: number, j: number, width: number) {
  return lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!
}

function piece(change: Piece['change'], text: string): Piece {
  return { text, change }
}

function joined(pieces: Piece[]) {
  const out: Piece[] = []
  for (const one of pieces) {
    const last = out.at(-1)
    if (last?.change === one.change) last.text += one.text
    else if (one.text) out.push({ ...one })
  }
  return out
}
