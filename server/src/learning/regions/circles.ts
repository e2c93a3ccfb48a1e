export interface Circle {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Area that two circles share. `apart`: the distance of their centres. */
export function lens(one: number, other: number, apart: number): number {
  if (apart >= one + other) return 0
  const [small, large] = one < other ? [one, other] : [other, one]
  if (apart <= large - small) return Math.PI * small * small
  const a = (apart * apart + small * small - large * large) / (2 * apart * small)
  const b = (apart * apart + large * large - small * small) / (2 * apart * large)
  const kite = (small + large - apart) * (apart + small - large) * (apart - small + large) * (apart + small + large)
  return small * small * Math.acos(clamp(a)) + large * large * Math.acos(clamp(b)) - Math.sqrt(Math.max(0, kite)) / 2
}

const clamp = (x: number) => Math.min(1, Math.max(-1, x))

/** How far apart two circles lie so that they share an area: found by halving, to a billionth of the larger radius. */
export function distanceFor(one: number, other: number, shared: number): number {
  let [near, far] = [Math.abs(one - other), one + other]
  for (let step = 0; step < 100 && far - near > 1e-9 * Math.max(one, other); step++) {
    const middle = (near + far) / 2
    if (lens(one, other, middle) > shared) near = middle
    else far = middle
  }
  return (near + far) / 2
}

export const radiusOf = (people: number): number => Math.sqrt(people / Math.PI)

/**
 * Two circles whose areas and shared area are as given: true to area, in units of people. `one` and `other` are whole
 * sets, `both` what they share.
 */
export function twoCircles(one: number, other: number, both: number): [Circle, Circle] {
  const [a, b] = [radiusOf(one), radiusOf(other)]
  return [
    { x: 0, y: 0, radius: a },
    { x: distanceFor(a, b, both), y: 0, radius: b },
  ]
}

/**
 * Three circles, true to the area of each; their distances as near to the shared areas as three circles in a plane can
 * be. Three circles have six degrees of freedom and seven regions, so the picture is approximate: say its error
 * (`errorOf`). The three distances make a triangle; where they cannot, the longest gives way.
 */
export function threeCircles(sets: readonly number[], pairs: readonly number[]): [Circle, Circle, Circle] {
  const [a, b, c] = sets.map(radiusOf) as [number, number, number]
  const ab = distanceFor(a, b, pairs[0]!)
  const ac = distanceFor(a, c, pairs[1]!)
  const bc = distanceFor(b, c, pairs[2]!)
  const [d1, d2, d3] = triangle([ab, ac, bc])
  const x = d1 > 0 ? (d1 * d1 + d2 * d2 - d3 * d3) / (2 * d1) : 0
  const y = d1 > 0 ? Math.sqrt(Math.max(0, d2 * d2 - x * x)) : Math.max(d2, d3)
  return [
    { x: 0, y: 0, radius: a },
    { x: d1, y: 0, radius: b },
    { x, y: -y, radius: c },
  ]
}

/** Three lengths that close to a triangle: one that is too long is as long as the two others together. */
function triangle(sides: readonly [number, number, number]): [number, number, number] {
  const sum = sides[0] + sides[1] + sides[2]
  return sides.map((side) => Math.min(side, sum - side)) as [number, number, number]
}

/** Area of each region of circles, by key (bit n: inside circle n), by counting `grid` × `grid` points. */
export function areasOf(circles: readonly Circle[], grid = 400): Map<number, number> {
  const left = Math.min(...circles.map(({ x, radius }) => x - radius))
  const right = Math.max(...circles.map(({ x, radius }) => x + radius))
  const top = Math.min(...circles.map(({ y, radius }) => y - radius))
  const bottom = Math.max(...circles.map(({ y, radius }) => y + radius))
  const [stepX, stepY] = [(right - left) / grid, (bottom - top) / grid]
  const areas = new Map<number, number>()
  for (let key = 1; key < 1 << circles.length; key++) areas.set(key, 0)
  for (let row = 0; row < grid; row++)
    for (let column = 0; column < grid; column++) {
      const key = insideOf(circles, left + (column + 0.5) * stepX, top + (row + 0.5) * stepY)
      if (key) areas.set(key, areas.get(key)! + stepX * stepY)
    }
  return areas
}

const insideOf = (circles: readonly Circle[], x: number, y: number): number =>
  circles.reduce(
    (key, circle, n) => ((circle.x - x) ** 2 + (circle.y - y) ** 2 <= circle.radius ** 2 ? key | (1 << n) : key),
    0,
  )

/**
 * How far a picture is from its numbers: half of all differences between the share of each region in the area and its
 * share in the people, from 0 (true to area) to 1. "4%" says that 4% of the area lies in wrong regions.
 */
export function errorOf(circles: readonly Circle[], counts: ReadonlyMap<number, number>): number {
  const areas = areasOf(circles)
  const [area, people] = [areas, counts].map((of) => [...of.values()].reduce((sum, one) => sum + one, 0))
  if (!area || !people) return 0
  return [...areas].reduce((sum, [key, one]) => sum + Math.abs(one / area - (counts.get(key) ?? 0) / people), 0) / 2
}
