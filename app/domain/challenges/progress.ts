export const PROGRESS = ['open', 'working', 'answered'] as const

export type Progress = (typeof PROGRESS)[number]

export function isProgress(value: unknown): value is Progress {
  return PROGRESS.includes(value as Progress)
}
