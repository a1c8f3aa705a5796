import { useTranslation } from '#app/i18n/use-translation.ts'
import { ADOPTIONS_DRAWN } from '#app/domain/adoptions/adoptions.limits.ts'
import type { Adoption, Status } from '#app/domain/adoptions/adoptions.ts'
import { type Branch, lineageOf } from '#app/domain/adoptions/lineage.ts'
import { placeName } from '#app/domain/collectivities/names.ts'
import { dirOf } from '#app/i18n/locales.ts'
import { useLang } from '#app/i18n/use-lang.ts'

const WIDTH = 360
const ROW = 32
const STEP = 22
const DEEPEST = 6
const LETTER = 8.5

type Props = { adoptions: Adoption[]; origin: string }

/**
 * Who took it over from whom, as a tree that grows from where it comes from. For eyes alone: the list
 * beside it says the same of each.
 */
export function AdoptionTree({ adoptions, origin }: Props) {
  const { t } = useTranslation()
  const lang = useLang()
  const rows = lineageOf(adoptions).slice(0, ADOPTIONS_DRAWN)
  const at = placing(dirOf(lang) === 'rtl')
  return (
    <figure className="adoption-tree">
      <svg viewBox={`0 0 ${WIDTH} ${(rows.length + 1) * ROW}`} aria-hidden="true" focusable="false">
        <circle cx={at(0)} cy={ROW / 2} r="7" className="adoption-node-origin" />
        <text x={at(0, 14)} y={ROW / 2}>
          {cut(origin, 0)}
        </text>
        {rows.map((row, index) => (
          <Node key={row.adoption.id} row={row} rows={rows} index={index} at={at} lang={lang} />
        ))}
      </svg>
      <figcaption>{t('adoptions.tree')}</figcaption>
    </figure>
  )
}

type At = (depth: number, beside?: number) => number

// From the side on which reading begins.
function placing(mirrored: boolean): At {
  return (depth, beside = 0) => {
    const x = 10 + Math.min(depth, DEEPEST) * STEP + beside
    return mirrored ? WIDTH - x : x
  }
}

type NodeProps = {
  row: Branch<Adoption>
  rows: Branch<Adoption>[]
  index: number
  at: At
  lang: string
}

function Node({ row: { adoption, depth, parent }, rows, index, at, lang }: NodeProps) {
  const [x, y] = [at(depth + 1), (index + 1.5) * ROW]
  const from = parent === null ? { depth: 0, y: ROW / 2 } : { ...below(rows, parent) }
  const name = placeName(lang as never, adoption)
  return (
    <>
      <path d={`M${at(from.depth)} ${from.y + 7}V${y}H${x}`} />
      <Mark status={adoption.status} x={x} y={y} />
      <text x={at(depth + 1, 14)} y={y}>
        <title>{name}</title>
        {cut(name, depth + 1)}
      </text>
    </>
  )
}

function below(rows: Branch<Adoption>[], parent: number) {
  return { depth: (rows[parent]?.depth ?? 0) + 1, y: (parent + 1.5) * ROW }
}

// Full when it runs, empty while it does not, crossed out when it was given up.
function Mark({ status, x, y }: { status: Status; x: number; y: number }) {
  const side = status === 'running' ? 'adoption-node-running' : 'adoption-node'
  return (
    <>
      <circle cx={x} cy={y} r="6" className={side} />
      {status === 'stopped' ? <path d={`M${x - 6} ${y - 6}l12 12m0-12l-12 12`} /> : null}
    </>
  )
}

function cut(name: string, depth: number) {
  const room = Math.floor((WIDTH - 30 - Math.min(depth, DEEPEST) * STEP) / LETTER)
  return name.length > room ? `${name.slice(0, room - 1)}…` : name
}
