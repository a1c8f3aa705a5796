/** Says what went wrong in words that tell what to do, and ends with a failure. @param {unknown} error */
export function giveUp(error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

/** @param {unknown} error */
export function explain(error) {
  const { code = '', message } = /** @type {NodeJS.ErrnoException} */ (error)
  const folder = process.env.DATA_DIR || './data'
  const place = `${process.env.HOST || '127.0.0.1'}, port ${process.env.PORT || 3000}`
  if (code === 'EADDRINUSE') {
    return `Something else listens already at ${place}. Stop it, or choose another port: PORT=3001 npm start`
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST must be an address of this machine: ${place} is not one.`
  }
  if (code === 'EACCES' && message.includes('listen')) {
    return `This account may not listen at ${place}. Ports below 1024 are for the system's own.`
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') {
    return `The disk that holds DATA_DIR (${folder}) is full. Nothing was half written: make room and start again.`
  }
  if (CLOSED.has(code) || /^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) {
    return `DATA_DIR (${folder}) cannot be written: ${message}`
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `multaqa.db in DATA_DIR (${folder}) is damaged, or is no database: ${message}. Put a backup in its place.`
  }
  return error instanceof Error && code ? String(error.stack) : String(message ?? error)
}

const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'EISDIR'])
