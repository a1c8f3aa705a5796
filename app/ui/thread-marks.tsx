import { Form } from '@remix-run/react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { useLang } from '#app/i18n/use-lang.ts'
import { Button } from './button.tsx'
import { inLanguage } from './link.tsx'

type Props = {
  id: string
  /** Where it is followed: `threads` or `challenges`. */
  of: 'threads' | 'challenges'
  bookmarked: boolean
  followed: boolean
}

/** What a reader keeps of it for themselves. */
export function Marks({ id, of, bookmarked, followed }: Props) {
  const { t } = useTranslation()
  return (
    <div className="cluster">
      <Toggle
        action={`/${of}/${id}/follow`}
        on={followed}
        icon="bell"
        label={t(followed ? 'threads.unfollow' : 'threads.follow')}
      />
      <Toggle
        action={`/bookmarks/${id}`}
        on={bookmarked}
        icon="bookmark"
        label={t(bookmarked ? 'bookmarks.remove' : 'bookmarks.add')}
      />
    </div>
  )
}

type ToggleProps = { action: string; on: boolean; icon: 'bell' | 'bookmark'; label: string }

function Toggle({ action, icon, label }: ToggleProps) {
  const lang = useLang()
  return (
    <Form method="post" action={inLanguage(lang, action)} preventScrollReset>
      <Button variant="secondary" small icon={icon}>
        {label}
      </Button>
    </Form>
  )
}
