/** Where a disc lies, in points, and where the people in it do. */
export interface Disc {
  x: number
  y: number
  radius: number
  marks: { x: number; y: number }[]
}

export interface PeopleLayout {
  width: number
  height: number
  /** Radius of the mark of a person. */
  mark: number
  discs: Disc[]
}

/** Room over each disc for its name and its people. */
const nameRoom = 44
const gap = 28
const leastRadius = 46
/** An angle after which no direction comes back soon, so that people fill a disc evenly (Vogel 1979). */
const goldenAngle = Math.PI * (3 - Math.sqrt(5))
/** Distance of the first from the middle, in radii of a mark: the nearest two are 1.6 times as far apart. */
const spread = 1.42
/** From the middle of the outermost to the edge of the disc, in radii of a mark. */
const rim = 1.4

/** As large as their number lets them be read: initials fit into the largest two. */
export function markFor(people: number): number {
  if (people <= 60) return 17
  if (people <= 200) return 12
  return people <= 600 ? 8 : 5
}

/**
 * Discs of units side by side in rows within a width, in the order given; people in them as seeds in a sunflower. Where people
 * are not shown (`shown` false) a disc is as large as if they were. O(people).
 */
export function layPeople(counts: readonly number[], width: number, shown = true): PeopleLayout {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const largest = spread * Math.sqrt(Math.max(0, ...counts)) + rim
  const mark = Math.min(markFor(all), Math.floor((5 * width) / largest) / 10)
  const step = spread * mark
  const radiusOf = (count: number) => Math.max(leastRadius, step * Math.sqrt(count) + rim * mark)
  const discs: Disc[] = []
  let [x, top, depth] = [0, 0, 0]
  let row: Disc[] = []
  const endRow = () => {
    for (const disc of row) disc.y = round(top + nameRoom + depth / 2)
    top += nameRoom + depth + gap
    ;[x, depth, row] = [0, 0, []]
  }
  for (const count of counts) {
    const radius = radiusOf(count)
    if (row.length > 0 && x + 2 * radius > width) endRow()
    const disc = { x: round(x + radius), y: 0, radius: round(radius), marks: [] }
    row.push(disc)
    discs.push(disc)
    depth = Math.max(depth, 2 * radius)
    x += 2 * Math.max(radius, nameWidth / 2) + gap
  }
  if (row.length > 0) endRow()
  if (shown) for (const [n, disc] of discs.entries()) disc.marks = seeds(disc, counts[n]!, step)
  return { width, height: round(Math.max(0, top - gap)), mark, discs }
}

/** Names of units need so much from one disc to the next. */
const nameWidth = 150

function seeds({ x, y }: Disc, count: number, step: number): { x: number; y: number }[] {
  return Array.from({ length: count }, (_, n) => {
    const out = count === 1 ? 0 : step * Math.sqrt(n + 0.5)
    return { x: round(x + out * Math.cos(n * goldenAngle)), y: round(y + out * Math.sin(n * goldenAngle)) }
  })
}

const round = (length: number) => Math.round(length * 10) / 10
