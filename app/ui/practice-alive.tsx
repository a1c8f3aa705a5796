import type { Alive, Confirmation } from '#app/domain/confirmations/confirmations.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Badge } from './badge.tsx'
import { ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'
import { Time } from './time.tsx'

type Props = {
  id: string
  alive: Alive | null
  verified: (Confirmation & { holds: boolean }) | null
  stopped: Confirmation | null
  may: { confirm: boolean; verify: boolean }
}

const TONES = { fresh: 'positive', aging: 'plain', old: 'waiting' } as const

/** Whether it still runs, who looked at it and until when that holds, and the way to say so. */
export function PracticeAlive({ id, alive, verified, stopped, may }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const here = `/practices/${id}`
  if (!alive && !verified && !stopped && !may.confirm && !may.verify) return null
  return (
    <div className="stack practice-alive" id="alive">
      {stopped ? <Stopped stopped={stopped} /> : null}
      {alive && !stopped ? (
        <p className="cluster">
          <Badge
            tone={TONES[alive.age]}
            icon={alive.age === 'fresh' ? 'check' : 'clock'}
            label={t(`alive.age.${alive.age}`)}
          />
          <span>
            <bdi>{placeName(lang, alive.place)}</bdi>
            {t('adoptions.comma')}
            <Time value={alive.at} />
          </span>
        </p>
      ) : null}
      {verified ? <Verified verified={verified} /> : null}
      {may.confirm || may.verify ? (
        <p className="cluster">
          {may.confirm ? (
            <ButtonLink to={`${here}/running`} variant="secondary" small icon="check">
              {t('alive.running.link')}
            </ButtonLink>
          ) : null}
          {may.verify ? (
            <ButtonLink to={`${here}/verify`} variant="secondary" small icon="check">
              {t('alive.verify.link')}
            </ButtonLink>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function Verified({ verified }: { verified: NonNullable<Props['verified']> }) {
  const { t } = useTranslation()
  const { holds, until, note } = verified
  return (
    <div>
      <p className="cluster">
        <Badge
          tone={holds ? 'positive' : 'plain'}
          icon={holds ? 'check' : 'clock'}
          label={t(holds ? 'alive.verified' : 'alive.expired')}
        />
        <span>
          <Seat said={verified} />
          {t('adoptions.comma')}
          {t('alive.until')} <Time value={until ?? ''} />
        </span>
      </p>
      {note ? <p dir="auto">{note}</p> : null}
    </div>
  )
}

function Stopped({ stopped }: { stopped: Confirmation }) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning" title={t('alive.stopped')}>
      <p dir="auto">{stopped.note}</p>
      <p className="muted">
        <Seat said={stopped} />
        {t('adoptions.comma')}
        <Time value={stopped.said_at} />
      </p>
    </Notice>
  )
}

function Seat({ said }: { said: Confirmation }) {
  const { t } = useTranslation()
  const lang = useLang()
  return (
    <>
      {t(`functions.${said.function}`)}
      {said.place ? (
        <>
          {' — '}
          <bdi>{placeName(lang, said.place)}</bdi>
        </>
      ) : null}
    </>
  )
}
