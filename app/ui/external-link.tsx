import { addressInWords } from '#app/i18n/address.ts'

/** An address elsewhere, readable as such, that passes on nothing of this site's standing. */
export function ExternalLink({ url }: { url: string }) {
  return (
    <a href={url} rel="nofollow ugc noopener" dir="ltr" className="external-link">
      {addressInWords(url)}
    </a>
  )
}
