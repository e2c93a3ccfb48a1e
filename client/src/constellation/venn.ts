import type { Overlap } from '@mortar/contract/network-constellation'

export interface Circle {
  x: number
  y: number
  radius: number
}

/** People in exactly each combination of the chosen communities, whatever else they are in; by a word such as `101`. */
export function regionsOf({ communities, sets }: Overlap, chosen: readonly string[]): Map<string, number> {
  const places = chosen.map((id) => communities.findIndex((community) => community.id === id))
  const regions = new Map<string, number>()
  for (const set of sets) {
    const word = places.map((place) => (set.communities.includes(place) ? '1' : '0')).join('')
    if (word.includes('1')) regions.set(word, (regions.get(word) ?? 0) + set.people)
  }
  return regions
}

/** The area that two circles have in common. */
export function lensArea(a: number, b: number, distance: number): number {
  if (distance >= a + b) return 0
  if (distance <= Math.abs(a - b)) return Math.PI * Math.min(a, b) ** 2
  const part = (one: number, other: number) =>
    one ** 2 * Math.acos((distance ** 2 + one ** 2 - other ** 2) / (2 * distance * one))
  const triangle = Math.sqrt((-distance + a + b) * (distance + a - b) * (distance - a + b) * (distance + a + b)) / 2
  return part(a, b) + part(b, a) - triangle
}

/** How far apart two circles lie so that their common area is `area`. By halving; the area falls with the distance. */
export function distanceFor(a: number, b: number, area: number): number {
  let [near, far] = [Math.abs(a - b), a + b]
  for (let step = 0; step < 40; step++) {
    const middle = (near + far) / 2
    if (lensArea(a, b, middle) > area) near = middle
    else far = middle
  }
  return (near + far) / 2
}

/**
 * Circles with areas by people, each two as far apart as the people they share ask for. Where three cannot keep all
 * distances (the middle one shares more with both than there is room for), they lie on a line, and `exact` is false.
 */
export function circlesFor(
  people: readonly number[],
  shared: (one: number, other: number) => number,
): { circles: Circle[]; exact: boolean } {
  const largest = Math.max(1, ...people)
  const point = (Math.PI * 90 ** 2) / largest
  const radius = people.map((count) => Math.sqrt((Math.max(count, largest / 30) * point) / Math.PI))
  const apart = (one: number, other: number) => distanceFor(radius[one]!, radius[other]!, shared(one, other) * point)
  const first = { x: 0, y: 0, radius: radius[0]! }
  const second = { x: apart(0, 1), y: 0, radius: radius[1]! }
  if (people.length === 2) return { circles: [first, second], exact: true }
  const [c, a, b] = [second.x, apart(1, 2), apart(0, 2)]
  const third = (x: number, y: number) => ({ x, y, radius: radius[2]! })
  if (b > a + c) return { circles: [first, second, third((a + b + c) / 2, 0)], exact: false }
  if (a > b + c) return { circles: [first, second, third((c - a - b) / 2, 0)], exact: false }
  if (c > a + b) return { circles: [first, second, third((b + c - a) / 2, 0)], exact: false }
  const x = c === 0 ? 0 : (b ** 2 + c ** 2 - a ** 2) / (2 * c)
  return { circles: [first, second, third(x, Math.sqrt(Math.max(0, b ** 2 - x ** 2)))], exact: true }
}
