import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

const FOLDER = 'bench-results'

/** A Markdown table, its columns as wide as their widest cell. */
export function table(head: string[], rows: (string | number)[][]) {
  const lines = [head, ...rows.map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')))]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(lines[0]!), rule, ...lines.slice(1).map(line)].join('\n')
}

/** Prints a report and keeps it; not in the folder of the build, which each build empties. */
export function report(name: string, parts: string[]) {
  const text = `${parts.join('\n\n')}\n`
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/${name}.md`, text)
  process.stdout.write(`\n${text}\nKept in ${FOLDER}/${name}.md\n`)
}

/** What was measured on, and how busy it was: the time of the processor then tells more than the clock. */
export function machine() {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores (${cpus()[0]!.model}), ${gigabytes} GiB, Node.js ${process.version}; a load of ${loadavg()[0]!.toFixed(1)}.` // prettier-ignore
}
