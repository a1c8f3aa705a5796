import { Avatar } from '../avatar.tsx'
import { Icon, ICON_NAMES } from '../icon.tsx'
import { Marked } from '../marked.tsx'
import { Prose } from '../prose.tsx'
import { Time } from '../time.tsx'
import { type Colours, pairsOf } from './contrast.ts'
import { Part } from './part.tsx'
import type { Samples } from './samples.ts'

type Props = { samples: Samples; schemes: Record<'light' | 'dark', Colours> }

/** What all else is made of: type, colours, spaces, icons, and text in two scripts at once. */
export function Foundations({ samples, schemes }: Props) {
  return (
    <>
      <Part name="type">
        <p className="page-title-lead">{samples.long}</p>
        <h2>{samples.title}</h2>
        <h3>{samples.title}</h3>
        <p>{samples.long}</p>
        <p className="muted">{samples.long}</p>
        <p className="meta">
          <Time value="2026-08-14" />
          <Time value="2026-08-01T09:30:00.000Z" form="minute" />
          <Time value="2026-12-01" form="month" />
        </p>
        <p>
          <bdi>{samples.mixed}</bdi>
        </p>
        <p>
          <Marked segments={samples.marked} />
        </p>
      </Part>
      <Part name="prose">
        <Prose html={samples.prose} />
      </Part>
      <Part name="colours">
        {Object.entries(schemes).map(([scheme, colours]) => (
          <ColourTable key={scheme} scheme={scheme} colours={colours} />
        ))}
      </Part>
      <Part name="gaps">
        {[1, 2, 3, 4, 5, 6, 7].map((gap) => (
          <p key={gap} className="design-gap">
            <code dir="ltr">{`--gap-${gap}`}</code>
            <span className={`design-gap-${gap}`} />
          </p>
        ))}
      </Part>
      <Part name="icons">
        <ul className="cluster">
          {ICON_NAMES.map((name) => (
            <li key={name} className="design-icon">
              <Icon name={name} />
              <code dir="ltr">{name}</code>
            </li>
          ))}
        </ul>
      </Part>
      <Part name="avatar">
        {(['small', 'medium', 'large'] as const).map((size) => (
          <p key={size} className="cluster">
            {samples.names.map((name) => (
              <Avatar key={name} name={name} size={size} />
            ))}
          </p>
        ))}
      </Part>
    </>
  )
}

function ColourTable({ scheme, colours }: { scheme: string; colours: Colours }) {
  return (
    <div className="table-scroll">
      <table className="table" dir="ltr">
        <caption>{scheme}</caption>
        <tbody>
          {pairsOf(colours).map(({ front, back, ratio, least }) => (
            <tr key={`${front}-${back}-${least}`}>
              <td>
                <Swatch front={colours[front]!} back={colours[back]!} />
              </td>
              <td>
                <code>{`${front} / ${back}`}</code>
              </td>
              <td className="numeric">{ratio.toFixed(2)}</td>
              <td className="numeric">{`≥ ${least}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// Drawn, since a page has no style of its own in its markup.
function Swatch({ front, back }: { front: string; back: string }) {
  return (
    <svg className="design-swatch" width="64" height="24" aria-hidden="true" focusable="false">
      <rect width="64" height="24" fill={back} />
      <text x="32" y="17" fill={front} textAnchor="middle">
        {SIGNS}
      </text>
    </svg>
  )
}

const SIGNS = 'أب 24'
