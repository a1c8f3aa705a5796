import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { z } from 'zod'
import { deviceOf } from '#app/domain/users/device.ts'
import { endSession, endSessions, listSessions } from '#app/domain/users/sessions.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { found, langPath, redirectTo } from '#app/http/respond.server.ts'
import { requireRecentProof, requireViewer } from '#app/http/viewer.server.ts'
import { deviceName } from '#app/i18n/device-name.ts'
import type { PageHandle } from '#app/i18n/handle.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import { db } from '#db/client.server.ts'

export const handle: PageHandle = { title: (t) => t('settings.tabs.sessions'), robots: 'noindex' }

const schema = z.object({ session: z.string().min(1).max(100) })
const OTHERS = 'others'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer({ request, context })
  const sessions = await listSessions(db, viewer)
  return {
    sessions: sessions.map(({ id, user_agent, created_at, last_seen_at }) => {
      const current = id === context.sessionId
      return { id, created_at, last_seen_at, current, device: deviceOf(user_agent) }
    }),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireRecentProof({ request, context })
  const form = await readForm(request, schema)
  const { session } = found(form.ok ? form.input : null)
  const others = session === OTHERS
  if (others) await endSessions(db, viewer.id, context.sessionId)
  else await endSession(db, viewer, session)
  const flash = others ? 'sessions_ended' : 'session_ended'
  return redirectTo(langPath(request, '/settings/sessions'), { flash })
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <div className="narrow stack-large">
      <p>{t('settings.sessions.lead')}</p>
      <ul className="list">
        {sessions.map((session) => (
          <li key={session.id} className="settings-row">
            <Session {...session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" noValidate>
          <input type="hidden" name="session" value={OTHERS} />
          <Button variant="danger">{t('settings.sessions.end_others')}</Button>
        </Form>
      ) : null}
    </div>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['sessions'][number]

function Session({ id, device, current, created_at, last_seen_at }: Listed) {
  const { t } = useTranslation()
  return (
    <>
      <div>
        <p className="cluster">
          <strong>{deviceName(device, t)}</strong>
          {current ? <Badge label={t('settings.sessions.this_one')} /> : null}
        </p>
        <p className="meta">
          <span>
            {t('settings.sessions.opened')} <Time value={created_at} form="minute" />
          </span>
          <span>
            {t('settings.sessions.used')} <Time value={last_seen_at} form="minute" />
          </span>
        </p>
      </div>
      {current ? null : (
        <Form method="post" noValidate>
          <input type="hidden" name="session" value={id} />
          <Button variant="secondary" small>
            {t('settings.sessions.end')}
          </Button>
        </Form>
      )}
    </>
  )
}
