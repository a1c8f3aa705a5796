/** An address elsewhere as people read it. */
export function addressInWords(url: string) {
  const address = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
