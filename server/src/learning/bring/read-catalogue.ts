import type { LearningItemLine } from '@mortar/contract/learning-items'
import { dateOrderOf, readDay } from '#organization/index.ts'
import type { ItemWords } from '../item/queries.ts'
import type { CatalogueColumn } from './columns.ts'
import type { Row, Table } from './table.ts'
import { isWebAddress, readKind, readMinutes, readTopics } from './values.ts'

/** What a row is refused or noted for: a key of the room's words below `row`, with what was written. */
export interface Told {
  row: number
  key: string
  params: Record<string, string | number>
}

export interface ReadItem extends ItemWords {
  row: number
  externalId: string | null
  topics: string[]
}

/** What the rows refer to, as it is known here. */
export interface Known {
  people: ReadonlyMap<string, string>
  practices: ReadonlySet<string>
  topics: ReadonlyMap<string, readonly string[]>
}

export interface ReadCatalogue {
  items: ReadItem[]
  problems: Told[]
  notes: Told[]
}

type Cells = Row<CatalogueColumn>['cells']
type Kind = LearningItemLine['kind']

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The practice that a row names by the address of its page, or by its id. */
export const practiceIn = ({ target, address }: Cells): string | undefined =>
  (uuid.exec(target ?? '') ?? (/\/practices\//.test(address ?? '') ? uuid.exec(address!) : null))?.[0].toLowerCase()

/** Reads each row by itself, then meets the same item twice: alike it counts once, otherwise the last row counts. */
export function readCatalogue({ rows }: Table<CatalogueColumn>, known: Known): ReadCatalogue {
  const order = dateOrderOf(rows.flatMap(({ cells }) => cells.expiresOn ?? []))
  const read: ReadCatalogue = { items: [], problems: [], notes: [] }
  const seen = new Map<string, ReadItem>()
  for (const row of rows) {
    const item = itemOf(row, known, (written) => readDay(written, order), read)
    if (!item) continue
    const earlier = seen.get(keyOf(item))
    if (earlier) {
      const key = alike(earlier, item) ? 'twice' : 'twiceOtherwise'
      read.notes.push({ row: row.row, key, params: { first: earlier.row } })
    }
    seen.set(keyOf(item), item)
  }
  return { ...read, items: [...seen.values()] }
}

export const keyOf = ({
  externalId,
  title,
  kind,
  address,
}: Pick<ReadItem, 'externalId' | 'title' | 'kind' | 'address'>) =>
  externalId ? `id ${externalId}` : `title ${title.toLowerCase()} ${kind} ${address ?? ''}`

const alike = (one: ReadItem, other: ReadItem) =>
  JSON.stringify({ ...one, row: 0 }) === JSON.stringify({ ...other, row: 0 })

function itemOf(
  { row, cells }: Row<CatalogueColumn>,
  known: Known,
  day: (written: string) => string | null | undefined,
  { problems, notes }: ReadCatalogue,
): ReadItem | undefined {
  const refuse = (key: string, written = '') => void problems.push({ row, key, params: { written } })
  const practice = practiceIn(cells)
  const address = practice ? undefined : cells.address
  const kind = practice && !cells.kind ? 'practice' : readKind(cells.kind, address !== undefined)
  const minutes = readMinutes(cells.minutes, cells.hours)
  const expiresOn = cells.expiresOn ? day(cells.expiresOn) : null
  if (!cells.title) return refuse('noTitle')
  if (cells.title.length > 200) return refuse('titleLong')
  if (!kind) return refuse('badKind', cells.kind)
  if (minutes === undefined) return refuse('noMinutes', cells.minutes ?? cells.hours ?? '—')
  if (address && !isWebAddress(address)) return refuse('badAddress', address)
  if (expiresOn === undefined) return refuse('badDay', cells.expiresOn)
  const target = targetOf(kind, cells, practice, known)
  if (!target) return refuse('noTarget')
  const topics = topicsOf(cells, known, (written) => notes.push({ row, key: 'unknownTopic', params: { written } }))
  const words = (cells.words ?? '').slice(0, 10_000)
  const externalId = cells.externalId?.slice(0, 200) ?? null
  return {
    row,
    externalId,
    kind,
    title: cells.title,
    words,
    minutes,
    address: address ?? null,
    expiresOn,
    ...target,
    topics,
  }
}

function targetOf(kind: Kind, cells: Cells, practice: string | undefined, { people, practices }: Known) {
  if (kind === 'practice')
    return practice && practices.has(practice) ? { practiceId: practice, personId: null } : undefined
  if (kind !== 'person') return { practiceId: null, personId: null }
  const person = people.get((cells.target ?? '').toLowerCase())
  return person ? { practiceId: null, personId: person } : undefined
}

function topicsOf(cells: Cells, { topics }: Known, unknown: (written: string) => void): string[] {
  const found = readTopics(cells.topics).flatMap((name) => {
    const ids = topics.get(name.toLowerCase())
    if (!ids) unknown(name)
    return ids ?? []
  })
  return [...new Set(found)].sort().slice(0, 20)
}
