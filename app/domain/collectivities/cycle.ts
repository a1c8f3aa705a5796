import type { Row } from '#db/schema.ts'

export type CycleStage = Row<'cycle_stage'>['stage']

/**
 * The steps of an openness programme in their order, each with the tags (by their addresses) under which
 * is filed what helps at it, the closest first. A merged or renamed tag keeps its address.
 */
export const STAGE_TAGS: Record<CycleStage, readonly string[]> = {
  adhesion: ['openness-programme', 'skills-pool', 'training'],
  axes: ['self-assessment', 'openness-programme'],
  cocreation1: ['co-creation', 'online-consultation'],
  project_drafting: ['monitoring-committee', 'co-creation'],
  consultation2: ['public-consultation', 'online-consultation'],
  council_adoption: ['public-sessions', 'openness-programme'],
  implementation: ['co-implementation', 'association-partnerships'],
  monitoring: ['monitoring-committee', 'monitoring-evaluation'],
  evaluation: ['monitoring-evaluation', 'self-assessment', 'indices-labels'],
}

export const CYCLE_STAGES = Object.keys(STAGE_TAGS) as CycleStage[]
