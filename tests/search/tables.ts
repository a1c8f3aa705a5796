import { mkdirSync, writeFileSync } from 'node:fs'

const FOLDER = 'build/bench'

/** A Markdown table, its columns as wide as their widest cell. */
export function table(head: string[], rows: (string | number)[][]) {
  const lines = [head, ...rows.map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')))]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const rule = line(widths.map((width) => '-'.repeat(width)))
  return [line(lines[0]!), rule, ...lines.slice(1).map(line)].join('\n')
}

/** Prints a report and keeps it beside the build. */
export function report(name: string, parts: string[]) {
  const text = `${parts.join('\n\n')}\n`
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/${name}.md`, text)
  process.stdout.write(`\n${text}\nKept in ${FOLDER}/${name}.md\n`)
}
