import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { inLanguage, Link } from './link.tsx'
import { Time } from './time.tsx'

type Revision = {
  number: number
  created_at: string
  note: string
  author_name: string | null
  author_handle: string | null
}

type Props = {
  id: string
  revisions: Revision[]
  compared: { from: number; to: number } | null
  mayRestore: boolean
}

/** The revisions, two of which can be chosen to be compared; an earlier one can be restored. */
export function RevisionList({ id, revisions, compared, mayRestore }: Props) {
  const { t } = useTranslation()
  const here = inLanguage(useLang(), `/practices/${id}/history`)
  const [latest, earlier] = revisions
  if (!latest) return <EmptyState title={t('revisions.none')} />
  return (
    <div className="stack">
      <form action={here} id="compare" />
      <div className="table-scroll">
        <table className="table revisions">
          <thead>
            <tr>
              {earlier ? (
                <>
                  <th scope="col">{t('revisions.from')}</th>
                  <th scope="col">{t('revisions.to')}</th>
                </>
              ) : null}
              <th scope="col">{t('revisions.revision')}</th>
            </tr>
          </thead>
          <tbody>
            {revisions.map((revision) => (
              <tr key={revision.number}>
                {earlier ? (
                  <>
                    <Choice name="from" number={revision.number} chosen={compared?.from} />
                    <Choice name="to" number={revision.number} chosen={compared?.to} />
                  </>
                ) : null}
                <td>
                  <About revision={revision} />
                  {mayRestore && revision !== latest ? (
                    <Restore here={here} number={revision.number} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {earlier ? (
        <div>
          <Button form="compare" variant="secondary">
            {t('revisions.compare')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type ChoiceProps = { name: 'from' | 'to'; number: number; chosen?: number }

function Choice({ name, number, chosen }: ChoiceProps) {
  const { t } = useTranslation()
  return (
    <td>
      <label className="revision-choice">
        <input
          type="radio"
          name={name}
          value={number}
          form="compare"
          defaultChecked={number === chosen}
        />
        <span className="visually-hidden">
          {t(`revisions.${name}`)} {t('revisions.number', { number })}
        </span>
      </label>
    </td>
  )
}

function About({ revision }: { revision: Revision }) {
  const { t } = useTranslation()
  const { number, created_at, note, author_name, author_handle } = revision
  return (
    <>
      <strong>{t('revisions.number', { number })}</strong>
      <p className="meta">
        <Time value={created_at} form="minute" />
        {author_name && author_handle ? (
          <Link to={`/people/${author_handle}`}>
            <bdi>{author_name}</bdi>
          </Link>
        ) : (
          <span>{t('revisions.import')}</span>
        )}
      </p>
      {note ? <p dir="auto">{note}</p> : null}
    </>
  )
}

function Restore({ here, number }: { here: string; number: number }) {
  const { t } = useTranslation()
  return (
    <form method="post" noValidate action={here}>
      <Button name="number" value={number} variant="quiet" small>
        {t('revisions.restore_one', { number })}
      </Button>
    </form>
  )
}
