import { linesOf, separatorOf } from '#organization/index.ts'
import { refuse } from '../refusals.ts'

export interface Row<Column extends string> {
  /** As a spreadsheet numbers it. */
  row: number
  cells: Partial<Record<Column, string>>
}

export interface Table<Column extends string> {
  headers: string[]
  columns: (Column | null)[]
  rows: Row<Column>[]
}

export const mostRows = 10_000

/** Reads a file with a head, whatever separates its cells. Refuses what is empty or too long to be looked at whole. */
export async function tableOf<Column extends string>(
  text: string,
  columnsOf: (headers: readonly string[]) => (Column | null)[],
): Promise<Table<Column>> {
  const bytes = Buffer.from(text.replace(/^\ufeff/, ''))
  const separator = separatorOf(text.slice(0, 65_536))
  let head: string[] | undefined
  let columns: (Column | null)[] = []
  const rows: Row<Column>[] = []
  for await (const { row, cells } of linesOf(() => [bytes], { encoding: 'utf-8', separator })) {
    if (!head) {
      head = cells
      columns = columnsOf(cells)
    } else rows.push({ row, cells: under(columns, cells) })
    if (rows.length > mostRows) throw refuse.invalid('fileLong', { most: mostRows })
  }
  if (!head || rows.length === 0) throw refuse.invalid('fileEmpty')
  return { headers: head, columns, rows }
}

const under = <Column extends string>(columns: readonly (Column | null)[], cells: readonly string[]) =>
  Object.fromEntries(columns.flatMap((column, at) => (column && cells[at] ? [[column, cells[at]]] : []))) as Partial<
    Record<Column, string>
  >
