import type { Label } from '../labels/labels.ts'

/** A tag or a concept with all its names. */
export type Entry = { id: string; slug: string; kind: 'tag' | 'concept'; labels: Label[] }
