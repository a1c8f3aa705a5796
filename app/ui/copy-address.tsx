import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from '#app/i18n/use-translation.ts'
import { Button } from './button.tsx'

/** Puts an address, of ours also without its origin, where one pastes from; a button only where there is a script to do it. */
export function CopyAddress({ address, quiet }: { address: string; quiet?: boolean }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  const isAble = useSyncExternalStore(never, canCopy, () => false)
  if (!isAble) return null

  const copy = () =>
    navigator.clipboard.writeText(new URL(address, location.href).href).then(() => setCopied(true))
  return (
    <>
      <Button
        type="button"
        variant={quiet ? 'quiet' : 'secondary'}
        small
        icon="copy"
        onClick={() => void copy()}
      >
        {t('share.copy')}
      </Button>
      <span role="status" className="meta">
        {isCopied ? t('share.copied') : null}
      </span>
    </>
  )
}

// Browsers have it on secure pages alone, and never change their mind.
function canCopy() {
  return 'clipboard' in navigator
}

function never() {
  return () => {}
}
