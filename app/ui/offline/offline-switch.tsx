import { useEffect, useState } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '../button.tsx'
import { Section } from '../section.tsx'
import { PageList } from './page-list.tsx'
import { listPages, type State, stateOf, turnOff, turnOn } from './device.ts'

type Seen = { state: State; pages: { path: string; title: string }[] }

/** Turns the keeping of pages on this device on and off, and shows which are kept. */
export function OfflineSwitch() {
  const { t } = useTranslation()
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => void look().then(setSeen), [])
  if (!seen) return null

  const { state, pages } = seen
  const change = () => (state === 'on' ? turnOff() : turnOn()).then(look).then(setSeen)
  return (
    <div className="stack-large">
      <div className="stack" role="status">
        <p>{t(`offline.state.${state}`)}</p>
        {state === 'unable' ? null : (
          <p>
            <Button
              type="button"
              variant={state === 'on' ? 'secondary' : 'primary'}
              onClick={() => void change()}
            >
              {t(state === 'on' ? 'offline.turn_off' : 'offline.turn_on')}
            </Button>
          </p>
        )}
      </div>
      {pages.length ? (
        <Section title={t('offline.kept')}>
          <PageList pages={pages} />
        </Section>
      ) : null}
    </div>
  )
}

async function look(): Promise<Seen> {
  const state = await stateOf()
  return { state, pages: state === 'unable' ? [] : await listPages() }
}
