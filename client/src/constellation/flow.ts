import type { Constellation } from '@mortar/contract/network-constellation'
import { sankey, sankeyLinkHorizontal } from 'd3-sankey'

interface End {
  key: string
  name: string
  people: number
  colour: number | undefined
}
interface Stream {
  source: number
  target: number
  value: number
}

const node = 14

/** How wide the streams are, with the room for names on each side of them, in points. */
export interface FlowSize {
  middle: number
  side: number
  /** Of a name: letters in a line, and lines. */
  letters: number
  lines: number
  /** Room between two ends, so that names stand beside small ones. */
  apart: number
  /** Room above the first end and below the last. */
  edge: number
}
export const wide: FlowSize = { middle: 560, side: 210, letters: 28, lines: 2, apart: 24, edge: 14 }
/** On a phone the streams are short, and names take a line more. */
export const standing: FlowSize = { middle: 100, side: 128, letters: 16, lines: 3, apart: 40, edge: 26 }

/** Units on one side, communities on the other, people as streams between them. */
export function flowOf(
  { units, bands }: Constellation,
  { middle: width, apart, edge }: Pick<FlowSize, 'middle' | 'apart' | 'edge'>,
  nameOf: (end: Constellation['units'][number] | Constellation['bands'][number]) => string,
) {
  const there = bands.flatMap((band, n) =>
    band.pieces.filter(({ people }) => people > 0).map(({ unit, people }) => ({ unit, band: n, people })),
  )
  const usedUnits = units.map((_, n) => n).filter((n) => there.some(({ unit }) => unit === n))
  const place = new Map(usedUnits.map((unit, n) => [unit, n]))
  const ends: End[] = [
    ...usedUnits.map((n) => ({ key: `u${n}`, name: nameOf(units[n]!), people: units[n]!.people, colour: undefined })),
    ...bands.map((band) => ({ key: band.id, name: nameOf(band), people: band.people, colour: band.colour })),
  ]
  const streams: Stream[] = there.map(({ unit, band, people }) => ({
    source: place.get(unit)!,
    target: usedUnits.length + band,
    value: people,
  }))
  const height = Math.max(240, (apart + 16) * Math.max(usedUnits.length, bands.length))
  const laid = sankey<End, Stream>()
    .nodeWidth(node)
    .nodePadding(apart)
    .nodeSort(null)
    .extent([
      [1, edge],
      [width - 1, height - edge],
    ])({ nodes: ends.map((end) => ({ ...end })), links: streams.map((stream) => ({ ...stream })) })
  const path = sankeyLinkHorizontal()
  return {
    height,
    nodes: laid.nodes.map(({ key, name, colour, people, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      key,
      name,
      colour,
      people,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: y1 - y0,
    })),
    streams: laid.links.map((link) => ({
      path: path(link as never) ?? '',
      width: Math.max(1, link.width ?? 1),
      people: link.value,
      from: (link.source as { name?: string }).name ?? '',
      to: (link.target as { name?: string }).name ?? '',
      colour: (link.target as { colour?: number }).colour,
    })),
  }
}
