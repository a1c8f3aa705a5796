import { useLocation, useMatches } from '@remix-run/react'
import { useEffect, useSyncExternalStore } from 'react'
import type { Audience } from '#app/domain/spaces/audience.ts'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { turnOnUnlessAsked } from './device.ts'
import {
  forgetForm,
  formsIn,
  keepFailed,
  type KeptForm,
  keptBy,
  onFormsChanged,
  putBack,
  watchForms,
} from './kept-forms.ts'
import { noteVisit } from './visits.ts'

// After what the page itself needs.
const LATER = 3000

// The page where one is read, of all that there are about it.
const ITEM = /\.(?:practices|challenges|threads)\.\$id\.\(\$slug\)$/

/** What the browser of whoever is signed in does for a weak connection; shows what was not sent. */
export function OnDevice({ viewer }: { viewer: string }) {
  const { key, pathname } = useLocation()
  const route = useMatches().at(-1)?.id ?? ''
  const isOpen = useIsOpen()
  useEffect(() => watchForms(viewer), [viewer])
  useEffect(followPlainly, [])
  useEffect(() => {
    const title = document.title.replace(/ · [^·]*$/, '')
    if (isOpen && ITEM.test(route)) noteVisit(viewer, { path: pathname, title })
  }, [viewer, pathname, route, isOpen])
  useEffect(() => void keepFailed(viewer), [viewer, key])
  useEffect(() => {
    const later = setTimeout(() => void turnOnUnlessAsked(), LATER)
    return () => clearTimeout(later)
  }, [])
  const kept = useSyncExternalStore(
    onFormsChanged,
    () => keptBy(viewer),
    () => '',
  )
  const forms = formsIn(kept)
  return forms.length ? <Unsent viewer={viewer} forms={forms} /> : null
}

// The title of what is not for everyone stays nowhere: its reader may lose the access meanwhile.
function useIsOpen() {
  return useMatches().some(({ data }) => {
    const { audience } = (data ?? {}) as { audience?: Pick<Audience, 'visibility'> }
    return audience?.visibility === 'public'
  })
}

// Without a connection a link loads the next page whole: of that the worker may have a copy.
function followPlainly() {
  const follow = (event: MouseEvent) => {
    const isLink = event.target instanceof Element && event.target.closest('a[href]')
    if (isLink && !navigator.onLine) event.stopImmediatePropagation()
  }
  window.addEventListener('click', follow, { capture: true })
  return () => window.removeEventListener('click', follow, { capture: true })
}

function Unsent({ viewer, forms }: { viewer: string; forms: KeptForm[] }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <div role="alert">
      <Notice tone="warning" title={t('offline.forms.title')}>
        <p>{t('offline.forms.text')}</p>
        <ul className="list">
          {forms.map((form) => (
            <li key={form.at} className="stack">
              <bdi>{form.title}</bdi>
              <span className="cluster">
                {form.path.split('?')[0] === encodeURI(decodeURI(pathname)) ? (
                  <Button type="button" variant="secondary" small onClick={() => putBack(form)}>
                    {t('offline.forms.put_back')}
                  </Button>
                ) : (
                  <a className="button button-secondary button-small" href={form.path}>
                    {t('offline.forms.open')}
                  </a>
                )}
                <Button
                  type="button"
                  variant="quiet"
                  small
                  onClick={() => forgetForm(viewer, form.at)}
                >
                  {t('offline.forms.forget')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
