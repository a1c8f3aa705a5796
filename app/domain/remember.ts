const LONGEST = 64

/**
 * Takes what makes something of a word, gives the same with a memory: texts say the same words again
 * and again. Of the words last asked for, between half of `most` and all of them are known; none that
 * is longer than 64 letters.
 */
export function remembered<T extends object | string>(make: (word: string) => T, most = 40_000) {
  let recent = new Map<string, T>()
  let before = new Map<string, T>()
  return (word: string): T => {
    const known = recent.get(word)
    if (known !== undefined) return known
    const made = before.get(word) ?? make(word)
    if (word.length > LONGEST) return made
    if (recent.size >= most / 2) [before, recent] = [recent, new Map()]
    recent.set(word, made)
    return made
  }
}
