import { differences } from '#app/domain/practices/differences.server.ts'
import type { FoundPractice } from '#app/domain/practices/find.server.ts'
import { listRevisions } from '#app/domain/practices/history.server.ts'
import { snapshotOfTyped } from '#app/domain/practices/typed.server.ts'
import type { SignedIn } from '#app/domain/users/viewer.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { db } from '#db/client.server.ts'
import type { PracticeForm } from './practice-form.server.ts'

type Typed = Extract<PracticeForm, { ok: true }>

/** What someone else saved meanwhile, beside what was typed here. */
export async function conflictWith(
  request: Request,
  viewer: SignedIn,
  item: FoundPractice,
  typed: Typed,
) {
  const lang = langOfPath(new URL(request.url).pathname)
  const [latest] = await listRevisions(db, item)
  if (!latest) return null
  const { snapshot, number, created_at, author_name } = latest
  const mine = snapshotOfTyped(typed, snapshot)
  return {
    number,
    at: created_at,
    by: author_name,
    differences: await differences(db, { viewer, lang }, snapshot, mine),
  }
}

export type Conflict = NonNullable<Awaited<ReturnType<typeof conflictWith>>>
