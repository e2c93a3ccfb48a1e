import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Catalogues } from './catalogues.ts'

type Names<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}$${infer Name}`
    ? Name
    : never

/** What the address says: `/inquiries/$inquiry` gives a page `params.inquiry`. */
export type Params<Path extends string> = { [Name in Names<Path>]: string }

export interface PageRoute {
  path: string
  words: readonly (keyof Catalogues)[]
  page: () => Promise<(props: { params: never }) => ReactNode>
  /** Reads what the page will need, while its code is still on the way. */
  ahead?: (client: QueryClient, params: never) => Promise<unknown>
  /** May be seen without signing in, and stands without the rail. */
  open?: boolean
}

/** One page of the product: where it is, which words it speaks, and where its code lies. */
export const page = <Path extends string>(
  path: Path,
  route: {
    words: readonly (keyof Catalogues)[]
    page: () => Promise<(props: { params: Params<Path> }) => ReactNode>
    ahead?: (client: QueryClient, params: Params<Path>) => Promise<unknown>
    open?: boolean
  },
): PageRoute => ({ path, ...route })
