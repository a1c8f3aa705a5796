import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { adoptingSeats } from '#app/domain/adoptions/adoptions.policy.ts'
import { isTakenUp } from '#app/domain/adoptions/adoptions.ts'
import { countsOf } from '#app/domain/adoptions/counts.ts'
import { canAskAttestation } from '#app/domain/attestations/attestations.policy.ts'
import { canMakeCollection } from '#app/domain/collections/collections.policy.ts'
import { confirmingSeat, verifyingSeat } from '#app/domain/confirmations/confirmations.policy.ts'
import { lastAlive, lastVerified, whyStopped } from '#app/domain/confirmations/confirmations.ts'
import { listFiles } from '#app/domain/files/files.server.ts'
import { itemPath } from '#app/domain/items/paths.ts'
import { findWithAdoptions } from '#app/domain/practices/find.server.ts'
import { completenessOfShown } from '#app/domain/practices/completeness.ts'
import { listNeighbours } from '#app/domain/practices/neighbours.server.ts'
import {
  canBeAskedAbout,
  canEditPractice,
  canNameAuthors,
} from '#app/domain/practices/practices.policy.ts'
import { viewPractice } from '#app/domain/practices/view.server.ts'
import { isFacilitator, type Viewer } from '#app/domain/users/viewer.ts'
import { practiceAudience } from '#app/http/practice-audience.server.ts'
import { secondVersion } from '#app/http/practice-second.server.ts'
import { canonical, found } from '#app/http/respond.server.ts'
import { passOn, sharePractice } from '#app/http/share.server.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { langOfPath } from '#app/i18n/locales.ts'
import { publicUrl } from '#app/settings.server.ts'
import { Marks } from '#app/ui/marks.tsx'
import { PassOn } from '#app/ui/pass-on.tsx'
import { PracticeActions } from '#app/ui/practice-actions.tsx'
import { PracticeAdoptions } from '#app/ui/practice-adoptions.tsx'
import { PracticeAlive } from '#app/ui/practice-alive.tsx'
import { PracticeArticle } from '#app/ui/practice-article.tsx'
import { PracticeCitation } from '#app/ui/practice-citation.tsx'
import { PracticeCompleteness } from '#app/ui/practice-completeness.tsx'
import { PracticeNeighbours } from '#app/ui/practice-neighbours.tsx'
import { PracticeQuestions } from '#app/ui/practice-questions.tsx'
import { PracticeHeading } from '#app/ui/practice-heading.tsx'
import { db } from '#db/client.server.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = context
  const { pathname, searchParams } = new URL(request.url)
  const lang = langOfPath(pathname)
  const item = found(await findWithAdoptions(db, viewer, params.id ?? ''))
  const asked = searchParams.get('version')
  const { titles, ...practice } = await viewPractice(db, item, { viewer, lang, asked })
  const beside = searchParams.get('with')
  const path = itemPath({ ...practice, id: item.id })
  canonical(request, params.slug, path)
  return {
    practice,
    second: await secondVersion(item, { ...practice, titles }, beside),
    id: item.id,
    address: `${publicUrl()}/${lang}/practices/${item.id}`,
    share: viewer ? null : sharePractice({ ...practice, id: item.id, titles }, lang, asked),
    pass: passOn(item),
    standing: {
      state: item.state,
      hidden_at: item.hidden_at,
      hidden_reason: item.mine || item.steward ? item.hidden_reason : null,
      space:
        item.space_slug && item.space_name
          ? { slug: item.space_slug, name: item.space_name }
          : null,
    },
    audience: await practiceAudience(viewer, item),
    files: await listFiles(db, viewer, item.id),
    neighbours: await listNeighbours(db, viewer, lang, { id: item.id, title: practice.title }),
    wishes: item.wishes.map(({ lang, count }) => ({ lang, count })),
    bookmarked: item.bookmarked,
    followed: item.followed,
    completeness: item.mine ? completenessOfShown(practice) : null,
    adoptions: adoptionsFor(viewer, item),
    alive: aliveFor(viewer, item),
    may: {
      keep: viewer !== null,
      collect: canBeAskedAbout(item) && canMakeCollection(viewer),
      ask: canBeAskedAbout(item),
      edit: canEditPractice(viewer, item),
      name: canNameAuthors(viewer, item),
      attest:
        canAskAttestation(viewer, item) ||
        (isFacilitator(viewer) && item.mine && item.attested !== null),
      moderate: item.steward && item.state !== 'draft',
    },
  }
}

type Data = Awaited<ReturnType<typeof loader>>

export const handle: PageHandle<Data> = {
  title: (_, { practice }) => practice.title,
  description: (_, { practice }) => practice.summary ?? undefined,
}

const ALIKE_SHOWN = 3

type Found = NonNullable<Awaited<ReturnType<typeof findWithAdoptions>>>

// What is no whole practice yet is taken up by nobody.
function adoptionsFor(viewer: Viewer, item: Found) {
  const own = adoptingSeats(viewer, item).map(({ collectivity_code }) => collectivity_code)
  const { adoptions, advice } = item
  const adopting = adoptions.some(({ code }) => own.includes(code))
  const alike = adoptions.filter((one) => one.likeness && isTakenUp(one)).slice(0, ALIKE_SHOWN)
  return { counts: countsOf(adoptions), alike, advice, may: { adopt: own.length > 0, adopting } }
}

function aliveFor(viewer: Viewer, item: Found) {
  const { adoptions, confirmations } = item
  return {
    alive: lastAlive(confirmations, adoptions),
    verified: lastVerified(confirmations),
    stopped: whyStopped(confirmations),
    may: {
      confirm: confirmingSeat(viewer, item) !== undefined,
      verify: verifyingSeat(viewer, item, adoptions) !== undefined,
    },
  }
}

export default function Practice() {
  const { practice, second, files, standing, ...page } = useLoaderData<typeof loader>()

  return (
    <>
      <PracticeHeading
        practice={practice}
        second={second}
        id={page.id}
        standing={standing}
        audience={page.audience}
        wishes={page.wishes}
        actions={page.may.keep ? <Marks {...page} /> : null}
      />
      {page.completeness && page.may.edit ? (
        <PracticeCompleteness {...page.completeness} edit={`/practices/${page.id}/edit`} />
      ) : null}
      <PracticeAlive id={page.id} {...page.alive} />
      <PracticeArticle practice={practice} second={second} files={files}>
        <PracticeAdoptions id={page.id} {...page.adoptions} />
        <PracticeCitation
          practice={practice}
          beside={second?.lang}
          id={page.id}
          address={page.address}
        />
        {page.pass ? <PassOn {...page.pass} title={practice.title} /> : null}
        <PracticeActions {...page} hiddenAt={standing.hidden_at} />
      </PracticeArticle>
      <PracticeQuestions id={page.id} {...practice} mayAsk={page.may.ask} />
      <PracticeNeighbours neighbours={page.neighbours} />
    </>
  )
}
