import type { OrderedKind } from '@mortar/contract/order'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { query, refresh } from '#app/api.ts'

export interface PageName {
  kind: OrderedKind
  page: string
}

export const useOrder = (params: PageName) => useQuery(query('GET /pages/{kind}/{page}/order', { params })).data

/** After any act of order: the page and what lists it are read again. */
export const readAgain = (client: QueryClient) =>
  refresh(
    client,
    'GET /pages/{kind}/{page}/order',
    'GET /signals/{signal}',
    'GET /escalations/{escalation}',
    'GET /imperatives/{imperative}',
    'GET /stories/{story}',
    'GET /communities/{community}/stories',
    'GET /value-reports/{valueReport}',
    'GET /communities/{community}/sheets',
    'GET /communities/{community}/sheets/{sheet}',
    'GET /home',
  )
