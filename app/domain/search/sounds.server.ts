// What is said alike and spelled in several ways: in French, and of Arabic letters.
const ALIKE = [
  ['qu', 'c', 'k'],
  ['ph', 'f'],
  ['tion', 'ssion', 'sion'],
  ['ss', 'c', 's'],
  ['s', 'z'],
  ['eau', 'au', 'o'],
  ['ai', 'ei', 'e'],
  ['an', 'en', 'am', 'em'],
  ['in', 'ain', 'ein', 'im'],
  ['y', 'i'],
  ['j', 'g', 'ge'],
  ['gu', 'g'],
  ['x', 'cc', 'ks'],
  ['ou', 'w'],
  ['er', 'e', 'ee'],
  ['ض', 'ظ'],
  ['ذ', 'د', 'ز'],
  ['ث', 'ت', 'س'],
  ['ص', 'س'],
  ['ط', 'ت'],
  ['ق', 'ك'],
]

const MOST = 2000

/**
 * Takes a folded word of a usual length, gives how else it may be spelled where one or two sounds in it
 * are written otherwise, some two thousand at the most.
 */
export function spelledAlike(word: string): string[] {
  const once = new Set(otherSpellings(word))
  const all = new Set(once)
  for (const other of once) {
    if (all.size >= MOST) break
    for (const another of otherSpellings(other)) all.add(another)
  }
  all.delete(word)
  return [...all]
}

function otherSpellings(word: string): string[] {
  return ALIKE.flatMap((spellings) =>
    spellings.flatMap((one) =>
      placesOf(word, one).flatMap((at) =>
        spellings
          .filter((other) => other !== one)
          .map((other) => word.slice(0, at) + other + word.slice(at + one.length)),
      ),
    ),
  )
}

function placesOf(word: string, part: string) {
  const places: number[] = []
  for (let at = word.indexOf(part); at >= 0; at = word.indexOf(part, at + 1)) places.push(at)
  return places
}
