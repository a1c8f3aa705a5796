const SHAPES = {
  archive: 'M4 8v12h16V8M3 4h18v4H3zM10 12h4',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  attach:
    'M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.8-7.8',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  book: 'M4 5.5A2.5 2.5 0 0 1 6.5 3H20v18H6.5A2.5 2.5 0 0 1 4 18.5zM4 18.5A2.5 2.5 0 0 1 6.5 16H20',
  bookmark: 'M6 3h12v18l-6-4.5L6 21z',
  building: 'M4 21V10l8-6 8 6v11M3 21h18M9 21v-6h6v6M9 11h6',
  calendar: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5',
  challenge: 'M5 21V4M5 4h13l-2.5 4.5L18 13H5',
  check: 'M4 12.5l5.5 5.5L20 7',
  chevron: 'M9 5l7 7-7 7',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2',
  close: 'M5 5l14 14M19 5L5 19',
  copy: 'M8 8h12v13H8zM16 8V3H4v13h4',
  down: 'M5 9l7 7 7-7',
  download: 'M12 4v11M7 11l5 5 5-5M4 20h16',
  edit: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5L17.5 10',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5v5.5M12 16.25v.25',
  external: 'M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6',
  flag: 'M5 21V4M5 4c5-2.5 8 2.5 14 0v10c-6 2.5-9-2.5-14 0',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
  heading: 'M5 5h14M12 5v14',
  hidden:
    'M4 4l16 16M10 5.7C16 4.5 20 9.5 21.5 12c-.6 1-1.6 2.5-3 3.8M6.5 7.5C4.5 9 3.2 10.8 2.5 12c1.5 2.5 5.5 7.5 11.5 6.3',
  image: 'M3 5h18v14H3zM8.5 8.5a1.5 1.5 0 1 0 0 3 1.5 1.5 0 0 0 0-3zM4 18l5.5-5 3.5 3 3-3.5L20 17',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.25',
  link: 'M9.5 14.5l5-5M8 11l-2.5 2.5a3.9 3.9 0 0 0 5.5 5.5L13.5 16.5M16 13l2.5-2.5a3.9 3.9 0 0 0-5.5-5.5L10.5 7.5',
  list: 'M9.5 6H20M9.5 12H20M9.5 18H20M4.5 6h.5M4.5 12h.5M4.5 18h.5',
  lock: 'M5 10.5h14V21H5zM8 10.5V7.5a4 4 0 0 1 8 0v3',
  mail: 'M3 5h18v14H3zM3 6l9 7 9-7',
  menu: 'M4 6h16M4 12h16M4 18h16',
  numbers: 'M9.5 6H20M9.5 12H20M9.5 18H20M5 4.5v3M5 10.5v3M5 16.5v3',
  open: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  people:
    'M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M15.5 4.5a3.5 3.5 0 0 1 0 6.5M17.5 14.5c2.5.700 4 2.5 4 5.5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 21c0-4.5 3.5-6.5 7.5-6.5s7.5 2 7.5 6.5',
  pin: 'M12 21c-4.5-5-7-8.3-7-11a7 7 0 0 1 14 0c0 2.7-2.5 6-7 11zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  plus: 'M12 5v14M5 12h14',
  quote: 'M10 7H5v6h5zM10 13c0 2.5-1.5 4-4 4.5M19 7h-5v6h5zM19 13c0 2.5-1.5 4-4 4.5',
  reply: 'M10 6l-6 6 6 6M4 12h9c4.5 0 7 2.5 7 7',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  settings:
    'M4 7h9M19 7h1M4 17h2M12 17h8M16 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  table: 'M3 5h18v14H3zM3 10h18M3 14.5h18M9.5 5v14',
  tag: 'M3 3h8.5L21 12.5 12.5 21 3 11.5zM7.5 7.5v.01',
  talk: 'M3 4h18v13H10l-5 4v-4H3z',
  tool: 'M14.5 6.5a4.5 4.5 0 0 1 5.8-2.3L17 7.5l.5 2 2 .5 1.3-2.5a4.5 4.5 0 0 1-6 5.3L7 20.5a2.1 2.1 0 0 1-3-3l7.5-7.7a4.5 4.5 0 0 1 3-3.3z',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17v.25',
} as const

export type IconName = keyof typeof SHAPES
export const ICON_NAMES = Object.keys(SHAPES) as IconName[]

// Shapes that point along the line of reading.
const DIRECTED: readonly string[] = [
  'arrow',
  'chevron',
  'external',
  'list',
  'numbers',
  'quote',
  'reply',
  'table',
]

/** A decorative drawing: whatever it stands for is also written beside it or in a label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={DIRECTED.includes(name) ? 'icon icon-mirrored' : 'icon'}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  )
}
