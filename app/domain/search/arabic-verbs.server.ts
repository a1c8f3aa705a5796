const IMPERFECT = /^[وف]?س?[يتن](?=.{3})/
const OF_IMPERFECT = /(?:ون|وا|و|ين|ها|هم|ه|نا)$/
const OF_PAST = /(?:ت|نا|وا|تم|و)$/

// Three letters of the root, of which the middle or the last may be weak; a noun in ة is no verb.
const PLAIN = /^([^ايءه])([^اوي])([^اويءه])$/
const HOLLOW = /^([^ايء])([اوي])([^اويءه])$/
const DEFECTIVE = /^([^ايء])([^اويء])[ايو]$/
const DERIVED = /^(ست|ن(?=...)|)([^اويء])(ت?)([^اويءه])([^اويءه])$/

/**
 * Takes a folded Arabic word that may be a verb as it is conjugated («ينظفون», «شاركت»), gives the
 * stems of the nouns that may be its own («تنظيف», «مشاركة»): readers ask with verbs for what titles
 * name. Guesses all, and none for most nouns.
 */
export function nounsOfVerb(word: string): string[] {
  const imperfect = IMPERFECT.exec(word)
  const present = imperfect ? bare(word.slice(imperfect[0].length), OF_IMPERFECT) : []
  const [, past] = bare(word, OF_PAST)
  const found = [...present, ...(past ? [past] : [])].flatMap(nounsOf)
  return [...new Set(found)].filter((noun) => noun !== word)
}

// With its ending and without, where something is left of it.
function bare(word: string, ending: RegExp) {
  const rest = word.replace(ending, '')
  return rest === word || rest.length < 3 ? [word] : [word, rest]
}

function nounsOf(base: string): string[] {
  const plain = PLAIN.exec(base)
  if (plain) {
    const [, f, m, l] = plain
    return [base, `ت${f}${m}ي${l}`, `ا${f}${m}ا${l}`]
  }
  const hollow = HOLLOW.exec(base)
  if (hollow) {
    const [, f, m, l] = hollow
    return [`${f}يا${l}`, `ا${f}ا${l}`, ...(m === 'ا' ? [] : [`ت${f}${m}ي${l}`])]
  }
  const defective = DEFECTIVE.exec(base)
  if (defective) {
    const [, f, m] = defective
    return [`${f}${m}اي`, `ت${f}${m}ي`, `ا${f}${m}اء`]
  }
  if (/^[^اويء]ا[^اويء][^اويءه]$/.test(base)) return [`م${base}`]
  if (/^ت[^اويء]ا?[^اء][^اويءه]$/.test(base)) return [base]
  const whole = base.replace(/^ا(?=.{3})/, '')
  if (whole.length === 3 && whole !== base) return [`ا${whole.slice(0, 2)}ا${whole.slice(2)}`]
  const derived = DERIVED.exec(whole)
  if (derived && (derived[1] || derived[3])) return [`ا${whole.slice(0, -1)}ا${whole.slice(-1)}`]
  const weak = /^ست([^اويء])[اوي]([^اويءه])$/.exec(whole)
  return weak ? [`است${weak[1]}ا${weak[2]}`] : []
}
