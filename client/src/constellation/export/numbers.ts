import type { Constellation } from '@mortar/contract/network-constellation'

/** A cell that a spreadsheet takes for words, whatever it begins with. */
const cell = (value: string | number) => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** What a brick is called in a file. */
type NameOf = (unit: Constellation['units'][number]) => string

/** Communities down, units across, people in the cells; with a mark so that spreadsheets read it as UTF-8. */
export function csvOf(
  { bands, units }: Constellation,
  { community, all, nameOf }: { community: string; all: string; nameOf: NameOf },
): string {
  const rows = [
    [community, ...units.map(nameOf), all],
    ...bands.map((band) => [band.name, ...band.pieces.map(({ people }) => people), band.people]),
  ]
  return rowsToCsv(rows)
}

/** Rows as spreadsheets read them. */
export const rowsToCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

const entity: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const xml = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entity[sign]!)

/** Units and communities as nodes; people of a community in a unit, and people two communities share, as edges. */
export function graphOf({ bands, units, overlaps }: Constellation, nameOf: NameOf): string {
  const node = (id: string, kind: string, name: string, people: number) =>
    `<node id="${id}"><data key="kind">${kind}</data><data key="name">${xml(name)}</data><data key="people">${people}</data></node>`
  const edge = (source: string, target: string, people: number) =>
    `<edge source="${source}" target="${target}"><data key="shared">${people}</data></edge>`
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="kind" for="node" attr.name="kind" attr.type="string"/>',
    '<key id="name" for="node" attr.name="name" attr.type="string"/>',
    '<key id="people" for="node" attr.name="people" attr.type="int"/>',
    '<key id="shared" for="edge" attr.name="people" attr.type="int"/>',
    '<graph edgedefault="undirected">',
    ...units.map((unit, n) => node(`u${n}`, 'unit', nameOf(unit), unit.people)),
    ...bands.map((band, n) => node(`c${n}`, 'community', band.name, band.people)),
    ...bands.flatMap((band, n) =>
      band.pieces.flatMap(({ unit, people }) => (people > 0 ? [edge(`c${n}`, `u${unit}`, people)] : [])),
    ),
    ...overlaps.map(({ one, other, people }) => edge(`c${one}`, `c${other}`, people)),
    '</graph>',
    '</graphml>',
  ]
  return `${lines.join('\n')}\n`
}
