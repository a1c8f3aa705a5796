import drawn from './province-outlines.json'

type Outlines = {
  width: number
  height: number
  provinces: Record<string, { at: number[]; path: string }>
}

/** The provinces of a region, drawn in a frame of their own. */
export type DrawnRegion = {
  width: number
  height: number
  provinces: { code: string; at: number[]; path: string }[]
}

const REGIONS: Record<string, Outlines> = drawn.regions
const TOUCHING: Record<string, string[]> = drawn.touching

/** The outlines of a region's provinces; null where there are none. They stay out of the browser's script. */
export function drawRegion(code: string): DrawnRegion | null {
  const region = REGIONS[code]
  if (!region) return null
  const { width, height, provinces } = region
  return {
    width,
    height,
    provinces: Object.entries(provinces).map(([code, one]) => ({ code, ...one })),
  }
}

/** The codes of the provinces that have a border in common with this one. */
export function provincesTouching(code: string) {
  return TOUCHING[code] ?? []
}

/** The codes of the regions one of whose provinces has a border in common with one of this region's. */
export function regionsTouching(code: string) {
  const own = Object.keys(REGIONS[code]?.provinces ?? {})
  const around = new Set(own.flatMap(provincesTouching))
  return Object.keys(REGIONS).filter(
    (other) =>
      other !== code && Object.keys(REGIONS[other]!.provinces).some((one) => around.has(one)),
  )
}
