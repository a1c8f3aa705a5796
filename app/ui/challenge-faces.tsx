import { useTranslation } from '#app/i18n/use-translation.ts'
import { type Stance, STANCES } from '#app/domain/challenges/stances.ts'
import { placeName, placePath } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { type OwnSeat, useSeatOptions } from './author.ts'
import { Button } from './button.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'
import { Section } from './section.tsx'
import { SelectField } from './select-field.tsx'
import { SiteForm } from './site-form.tsx'

export type FacingSeat = OwnSeat & { stance: Stance | null }
export type FacingPlace = { code: string; name_ar: string; name_fr: string; stance: Stance }

type Props = {
  challengeId: string
  faces: FacingPlace[]
  /** The viewer's seats for whose collectivities they may speak. */
  seats: FacingSeat[]
  /** Nothing answers it yet. */
  open: boolean
  mayWrite: boolean
}

/** The collectivities that face a challenge, work on it or observe it, and the way to join them. */
export function Faces({ challengeId, faces, seats, open, mayWrite }: Props) {
  const { t } = useTranslation()
  const facing = faces.filter(({ stance }) => stance !== 'observer')
  const spoken = seats.filter(({ stance }) => stance !== null)
  return (
    <div id="faces">
      <Section title={t('challenges.faces.title')}>
        <div className="stack">
          {open && facing.length ? (
            <Gap {...{ challengeId, mayWrite, count: facing.length }} />
          ) : null}
          <p>
            {facing.length
              ? t('challenges.faces.count', { count: facing.length })
              : t('challenges.faces.none')}
          </p>
          {STANCES.map((stance) => (
            <Named
              key={stance}
              stance={stance}
              faces={faces.filter((one) => one.stance === stance)}
            />
          ))}
          <Say challengeId={challengeId} seats={seats} />
          <Say challengeId={challengeId} seats={spoken} undo />
        </div>
      </Section>
    </div>
  )
}

// What many face and nothing answers is what the network lacks.
function Gap({
  challengeId,
  count,
  mayWrite,
}: Pick<Props, 'challengeId' | 'mayWrite'> & { count: number }) {
  const { t } = useTranslation()
  return (
    <Notice>
      {t('challenges.faces.gap', { count })}{' '}
      {mayWrite ? (
        <Link to={`/practices/new?challenge=${challengeId}`}>{t('challenges.faces.fill')}</Link>
      ) : null}
    </Notice>
  )
}

function Named({ stance, faces }: { stance: Stance; faces: FacingPlace[] }) {
  const { t } = useTranslation()
  const lang = useLang()
  if (faces.length === 0) return null
  return (
    <div>
      <p className="muted">{t(`challenges.faces.stance.${stance}`)}</p>
      <ul className="faces">
        {faces.map((place) => (
          <li key={place.code}>
            <Link to={placePath(place)}>
              <bdi>{placeName(lang, place)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

// What most have to say comes first.
const WAYS = [
  { stance: 'faces', variant: 'primary' },
  { stance: 'working', variant: 'secondary' },
  { stance: 'observer', variant: 'quiet' },
] as const

type SayProps = { challengeId: string; seats: FacingSeat[]; undo?: boolean }

// Who holds several seats chooses for which of their collectivities they speak.
function Say({ challengeId, seats, undo = false }: SayProps) {
  const { t } = useTranslation()
  const seatOptions = useSeatOptions()
  const [first] = seats
  if (!first) return null
  return (
    <SiteForm to={`/challenges/${challengeId}/faces`} className="stack" preventScrollReset>
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
      {undo ? (
        <Button variant="quiet" small icon="close">
          {t('challenges.faces.undo')}
        </Button>
      ) : (
        <div className="cluster">
          {WAYS.filter(({ stance }) => seats.some((seat) => seat.stance !== stance)).map(
            ({ stance, variant }) => (
              <Button key={stance} name="stance" value={stance} variant={variant} small>
                {t(`challenges.faces.say.${stance}`)}
              </Button>
            ),
          )}
        </div>
      )}
    </SiteForm>
  )
}
