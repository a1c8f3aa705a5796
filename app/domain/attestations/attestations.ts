import type { Row } from '#db/schema.ts'

/** That a collectivity has confirmed what was written for it, and when. */
export type Attested = Pick<Row<'collectivity'>, 'code' | 'name_ar' | 'name_fr'> & { at: string }
