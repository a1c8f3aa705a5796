import { nounsOfVerb } from './arabic-verbs.server.ts'
import { ARABIC_FAMILIES, ROOT_INITIAL } from './words.server.ts'

/** `sure` stems stand for the word; `maybe` stems rest on a letter that may belong to the root. */
export type Stems = { sure: string[]; maybe: string[] }

// «في» and «من» are joined to what follows where the space is not typed.
const ARTICLE = /^(?:[وف]?(?:[بك]?ال|(لل))|(?:في|من|عن|علي)ال(?=...))(?=..)/
const PRONOUN = /(?:هما|ها|هم|هن|كم|نا|ه)$/
// Social is not a meeting, main is not a president, sport is not Riyadh.
const OWN_WORD_IN_YA = /^(?:ال)?(?:اجتماعي|رييسي|رياضي)/
const PARTICLES = 'وفبكل'

/**
 * Takes a folded Arabic word, gives every light stem it may stand for. Nothing is guessed away:
 * «كتاب» keeps its ك and «التزام» its ال, beside the shorter readings.
 */
export function arabicStems(word: string): Stems {
  const bases = [word, ...withoutArticle(word)]
  const read = bases.map(endings)
  const loose = bases.length > 1 ? [] : withoutParticles(word).map(endings)
  const sure = new Set(read.flatMap((stems) => withSingulars(stems.sure)))
  const maybe = new Set([
    ...read.flatMap((stems) => withSingulars(stems.maybe)),
    ...loose.flatMap((stems) => withSingulars([...stems.sure, ...stems.maybe])),
    ...(bases.length > 1 || ARABIC_FAMILIES.has(word) ? [] : nounsOfVerb(word)),
  ])
  return { sure: [...sure], maybe: [...maybe].filter((stem) => !sure.has(stem)) }
}

/**
 * Takes a folded Arabic word, gives the one stem that stands for it in a phrase: without article
 * and ending, a broken plural as its singular.
 */
export function arabicStem(word: string): string {
  // Of the two readings of «للجنة» and «للنفايات», the second only where its ل is known to be the word's.
  const [bare, doubled] = withoutArticle(word)
  const base = (doubled && beginsWithRoot(doubled) ? doubled : bare) ?? word
  const stem = [base, ...endings(base).sure].reduce((a, b) => (b.length < a.length ? b : a))
  return ARABIC_FAMILIES.get(base) ?? ARABIC_FAMILIES.get(stem) ?? stem
}

/** Takes a folded Arabic word, gives what is left once the article before it is taken off. */
export function withoutArticle(word: string): string[] {
  const article = ARTICLE.exec(word)
  if (!article) return []
  const rest = word.slice(article[0].length)
  // «للجنة» is ل + اللجنة written short: one ل belongs to the word.
  return article[1] ? [rest, 'ل' + rest] : [rest]
}

function withoutParticles(word: string): string[] {
  if (word.length < 4 || !PARTICLES.includes(word.charAt(0)) || beginsWithRoot(word)) return []
  const rest = word.slice(1)
  const conjunction = 'وف'.includes(word.charAt(0))
  return conjunction && 'بكل'.includes(rest.charAt(0)) ? [rest, ...withoutParticles(rest)] : [rest]
}

function beginsWithRoot(word: string) {
  const { sure, maybe } = endings(word)
  return [...sure, ...maybe].some((stem) => ROOT_INITIAL.has(stem) || ROOT_INITIAL.has(stem + 'ه'))
}

function endings(word: string): Stems {
  const found = [inflection(word), possession(word), bareEnding(word)]
  return {
    sure: [word, ...found.flatMap((stems) => stems.sure)],
    maybe: found.flatMap((stems) => stems.maybe),
  }
}

// ة, ات, and the dual and plural of persons. Three letters before ون are as often the root's own
// (قانون, تكوين, ميدان), four are not. Nothing is guessed of a plural that is known: «طلبات» is of «طلب».
function inflection(word: string): Stems {
  if (ARABIC_FAMILIES.has(word)) return { sure: [], maybe: [] }
  if (word.endsWith('ات')) return { sure: feminine(word.slice(0, -2)), maybe: [] }
  if (word.endsWith('ه')) return { sure: feminine(word.slice(0, -1)), maybe: [] }
  if (!/(?:ون|ين|ان)$/.test(word)) return { sure: [], maybe: [] }
  const rest = word.slice(0, -2)
  const dual = rest.endsWith('ت') ? feminine(rest.slice(0, -1)) : []
  if (rest.length >= 4) return { sure: [rest], maybe: dual }
  return { sure: [], maybe: [...atLeastThree(rest), ...dual] }
}

function possession(word: string): Stems {
  const rest = word.replace(PRONOUN, '')
  if (rest === word || rest.length < 3) return { sure: [], maybe: [] }
  return { sure: [], maybe: [...owned(rest), ...(word.endsWith('ه') ? [] : ownedPlainly(rest))] }
}

function owned(rest: string): string[] {
  if (rest.endsWith('ات')) return [rest, ...feminine(rest.slice(0, -2))]
  if (rest.endsWith('ت')) return [rest, ...feminine(rest.slice(0, -1))]
  return rest.endsWith('او') ? [rest.slice(0, -1) + 'ء'] : []
}

// A lone ه is nearly always a ة: «مكتبة» and «رقمية» are not «مكتب» and «رقم» with an owner.
function ownedPlainly(rest: string): string[] {
  if (rest.endsWith('اي')) return [rest, rest.slice(0, -1) + 'ء']
  return rest.endsWith('ي') ? [rest, ...atLeastThree(rest.slice(0, -1))] : [rest]
}

// «موظفي الجماعة», «مشروعا», «شاركوا», and «الاحيا» for الأحياء.
function bareEnding(word: string): Stems {
  if (OWN_WORD_IN_YA.test(word)) return { sure: [], maybe: [] }
  const longEnough = word.length >= (word.endsWith('ي') ? 5 : 4)
  const rest = word.replace(/(?:وا|ي|ا|(?<=ا)ء)$/, '')
  return { sure: [], maybe: longEnough && rest !== word ? atLeastThree(rest) : [] }
}

function feminine(rest: string): string[] {
  if (rest.length < 2) return []
  const whole = rest + 'ه'
  return rest.length < 3 || ARABIC_FAMILIES.has(whole) ? [whole] : [rest]
}

function withSingulars(stems: string[]): string[] {
  return stems.flatMap((stem) => {
    const singular = ARABIC_FAMILIES.get(stem)
    return singular ? [stem, singular] : [stem]
  })
}

function atLeastThree(rest: string) {
  return rest.length >= 3 ? [rest] : []
}
