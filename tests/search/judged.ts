import samples from '#db/sample/practices.json'
import type { Lang } from '#db/schema.ts'
import freshQueries from './judged/fresh.json'
import judgedItems from './judged/items.json'
import moreQueries from './judged/more.json'
import judgedQueries from './judged/queries.json'
import unseenQueries from './judged/unseen.json'

export const KINDS = ['words', 'typo', 'cross', 'place', 'mixed'] as const

export type JudgedItem = {
  key: string
  kind: 'practice' | 'tool' | 'challenge' | 'thread'
  place: string
  tags: string[]
  texts: Partial<Record<Lang, { title: string; summary?: string; body?: string }>>
  replies?: { lang: Lang; body: string }[]
}

export type JudgedQuery = {
  q: string
  /** The reader's language. */
  lang: Lang
  kind: (typeof KINDS)[number]
  note: string
  /** 3: exactly this; 2: clearly helps; 1: related and acceptable. What is not named is not relevant. */
  relevant: Record<string, number>
}

export const items = judgedItems as JudgedItem[]
export const queries = judgedQueries as unknown as JudgedQuery[]

/** Queries that were written when much had been tried on the others. */
export const more = moreQueries as unknown as JudgedQuery[]

/** Queries of which nobody has seen what they miss: they tell whether what is found for others holds. */
export const unseen = unseenQueries as unknown as JudgedQuery[]

/** Queries by another hand; of every second one nobody has seen what it misses. */
export const fresh = freshQueries as unknown as JudgedQuery[]

/** The languages in which each item has a text, by key, the sample entries among them. */
export const languages = new Map<string, Set<string>>([
  ...samples.map(({ id }) => [id, new Set(['ar', 'fr'])] as const),
  ...items.map(
    ({ key, texts, replies = [] }) =>
      [key, new Set([...Object.keys(texts), ...replies.map(({ lang }) => lang)])] as const,
  ),
])
