import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'
import { SiteForm } from './site-form.tsx'

type Props = { id: string; bookmarked: boolean; followed: boolean }

/** What a reader keeps of an item for themselves. */
export function Marks({ id, bookmarked, followed }: Props) {
  const { t } = useTranslation()
  return (
    <div className="cluster">
      <Follow path={`/follows/${id}`} on={followed} />
      <Toggle
        action={`/bookmarks/${id}`}
        icon="bookmark"
        label={t(bookmarked ? 'bookmarks.remove' : 'bookmarks.add')}
      />
    </div>
  )
}

/** Follows what stands at a path, or stops. */
export function Follow({ path, on }: { path: string; on: boolean }) {
  const { t } = useTranslation()
  return <Toggle action={path} icon="bell" label={t(on ? 'follows.remove' : 'follows.add')} />
}

type ToggleProps = { action: string; icon: 'bell' | 'bookmark'; label: string }

function Toggle({ action, icon, label }: ToggleProps) {
  return (
    <SiteForm to={action} preventScrollReset>
      <Button variant="secondary" small icon={icon}>
        {label}
      </Button>
    </SiteForm>
  )
}
