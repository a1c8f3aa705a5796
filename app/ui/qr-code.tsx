type Props = { code: { size: number; path: string }; label: string }

/** What `qrCode` made, black on white in every theme: cameras read it best so. */
export function QrCode({ code: { size, path }, label }: Props) {
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
