export interface Overlap {
  /** Numbers of two bands, `one < other`. */
  one: number
  other: number
  people: number
}

/**
 * Lays bands beside each other so that those which share most people are neighbours: a heavy path cover, taken
 * greedily from the largest overlap down. Returns chains; neighbours in a chain overlap, chains do not touch.
 * Cost: sorting the overlaps.
 */
export function chainsOf(bands: number, overlaps: readonly Overlap[]): number[][] {
  const neighbours: number[][] = Array.from({ length: bands }, () => [])
  const chain = Array.from({ length: bands }, (_, band) => band)
  const leader = (band: number): number => (chain[band] === band ? band : (chain[band] = leader(chain[band]!)))
  const heaviest = overlaps.toSorted((a, b) => b.people - a.people || a.one - b.one || a.other - b.other)
  for (const { one, other } of heaviest) {
    if (neighbours[one]!.length === 2 || neighbours[other]!.length === 2) continue
    if (leader(one) === leader(other)) continue
    chain[leader(one)] = leader(other)
    neighbours[one]!.push(other)
    neighbours[other]!.push(one)
  }
  const placed = new Set<number>()
  const walk = (start: number): number[] => {
    const walked: number[] = []
    for (let band: number | undefined = start; band !== undefined;) {
      walked.push(band)
      placed.add(band)
      band = neighbours[band]!.find((next) => !placed.has(next))
    }
    return walked
  }
  const chains: number[][] = []
  for (let band = 0; band < bands; band++)
    if (!placed.has(band) && neighbours[band]!.length < 2) chains.push(walk(band))
  return chains
}
