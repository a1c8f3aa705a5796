/** An address elsewhere, readable as such, that passes on nothing of this site's standing. */
export function ExternalLink({ url }: { url: string }) {
  return (
    <a href={url} rel="nofollow ugc noopener" dir="ltr" className="external-link">
      {decoded(url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''))}
    </a>
  )
}

function decoded(address: string) {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
