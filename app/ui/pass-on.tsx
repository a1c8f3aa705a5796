import { useTranslation } from '#app/i18n/use-translation.ts'
import { CopyAddress } from './copy-address.tsx'
import { Disclosure } from './disclosure.tsx'
import { QrCode } from './qr-code.tsx'

export type ShortAddress = { address: string; code: { size: number; path: string } }

type Props = ShortAddress & { title: string }

/** How a page is passed on: its short address, to copy or to scan, and a link for a messenger. */
export function PassOn({ address, code, title }: Props) {
  const { t } = useTranslation()
  // Where it has no room on a line it goes on with its last part, whole.
  const end = address.lastIndexOf('/') + 1
  const message = encodeURIComponent(`${title}\n${address}`)
  return (
    <Disclosure summary={t('share.title')}>
      <div className="pass-on">
        <QrCode code={code} label={t('share.code')} />
        <div className="stack">
          <p>
            {t('share.address')}
            <bdi dir="ltr" className="pass-on-address">
              {address.slice(0, end)}
              <wbr />
              {address.slice(end)}
            </bdi>
          </p>
          <p className="cluster">
            <CopyAddress address={address} />
            <a
              className="button button-secondary button-small"
              href={`https://wa.me/?text=${message}`}
              rel="noopener"
            >
              {t('share.whatsapp')}
            </a>
          </p>
        </div>
      </div>
    </Disclosure>
  )
}
