import type { OrderedKind } from '@mortar/contract/order'
import { type OrderedPage, type Ordering, sheetOrder } from '#community/index.ts'
import { reportOrder, storyOrder } from '#measurement/index.ts'
import type { Reader } from '#platform/database.ts'
import type { Actor } from '#platform/endpoint.ts'
import { escalationOrder, imperativeOrder, signalOrder } from '#sensing/index.ts'
import { refuse } from './refusals.ts'

export interface PageName {
  kind: OrderedKind
  page: string
}

export const orderings: Record<OrderedKind, Ordering> = {
  signal: signalOrder,
  escalation: escalationOrder,
  imperative: imperativeOrder,
  story: storyOrder,
  value_report: reportOrder,
  sheet: sheetOrder,
}

/** The only way to a page on somebody's behalf: the loader of its room decides. */
export const pageFor = (db: Reader, actor: Actor, { kind, page }: PageName): Promise<OrderedPage> =>
  orderings[kind].find(db, actor, page)

export const mayReport = ({ theirs, hidden }: OrderedPage): boolean => !theirs && !hidden
export const mayHide = ({ keepsOrder, hidden }: OrderedPage): boolean => keepsOrder && !hidden
export const mayShow = ({ keepsOrder, hidden }: OrderedPage): boolean => keepsOrder && hidden

/** The same for whoever keeps order there. */
export async function pageToOrder(db: Reader, actor: Actor, name: PageName): Promise<OrderedPage> {
  const found = await pageFor(db, actor, name)
  if (!found.keepsOrder) throw refuse.forbidden('notKeepingOrder')
  return found
}
