import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { type OwnSeat, useSeatOptions } from './author.ts'
import { Button } from './button.tsx'
import { inLanguage, Link } from './link.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'

export type FacingSeat = OwnSeat & { faces: boolean }

type Props = {
  challengeId: string
  faces: { code: string; name_ar: string; name_fr: string }[]
  /** The viewer's seats for whose collectivities they may speak. */
  seats: FacingSeat[]
}

/** The collectivities that face a challenge, and the way to join them. */
export function Faces({ challengeId, faces, seats }: Props) {
  const { t } = useTranslation()
  return (
    <div id="faces">
      <Section title={t('challenges.faces.title')}>
        <div className="stack">
          {faces.length ? <Named faces={faces} /> : <p>{t('challenges.faces.none')}</p>}
          <Say challengeId={challengeId} seats={seats.filter((seat) => !seat.faces)} />
          <Say challengeId={challengeId} seats={seats.filter((seat) => seat.faces)} undo />
        </div>
      </Section>
    </div>
  )
}

function Named({ faces }: Pick<Props, 'faces'>) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <>
      <p>{t('challenges.faces.count', { count: faces.length })}</p>
      <ul className="faces">
        {faces.map((place) => (
          <li key={place.code}>
            <Link to={placePath(place)}>
              <bdi>{placeName(lang, place)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

type SayProps = { challengeId: string; seats: FacingSeat[]; undo?: boolean }

// Who holds several seats chooses for which of their collectivities they speak.
function Say({ challengeId, seats, undo = false }: SayProps) {
  const { t } = useTranslation()
  const lang = useLang()
  const seatOptions = useSeatOptions()
  const [first] = seats
  if (!first) return null
  return (
    <Form
      method="post"
      action={inLanguage(lang, `/challenges/${challengeId}/faces`)}
      className="stack"
      preventScrollReset
    >
      {undo ? <input type="hidden" name="undo" value="1" /> : null}
      {seats.length === 1 ? (
        <input type="hidden" name="seat" value={first.id} />
      ) : (
        <SelectField
          id={undo ? 'unface-seat' : 'face-seat'}
          name="seat"
          label={t('challenges.faces.seat')}
          options={seatOptions(seats)}
          plain
        />
      )}
      <Button variant={undo ? 'quiet' : 'primary'} small={undo} icon={undo ? 'close' : 'plus'}>
        {t(undo ? 'challenges.faces.undo' : 'challenges.faces.say')}
      </Button>
    </Form>
  )
}
