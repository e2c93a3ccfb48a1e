import type { Figure, Line } from '@mortar/simulation'
import { queryOptions } from '@tanstack/react-query'
import type { Reproduced } from './use-reproduction.ts'

type Written = Omit<Line, 'ours' | 'tolerance'> & { readonly ours: number | null; readonly tolerance: number | null }

/** What the full reproduction gave, written by `mortar lab reproduce --json`; a long test holds it to the models. */
export const referenceQuery = queryOptions({
  queryKey: ['lab reference'],
  staleTime: Infinity,
  queryFn: async (): Promise<Readonly<Record<string, Reproduced>>> => {
    const { lines, figures } = (await import('./reference.json')).default as unknown as {
      lines: Written[]
      figures: (Figure & { study: string })[]
    }
    const names = [...new Set(lines.map(({ study }) => study))]
    return Object.fromEntries(
      names.map((name) => [
        name,
        {
          lines: lines.filter(({ study }) => study === name).map(read),
          figures: figures.filter(({ study }) => study === name),
        },
      ]),
    )
  },
})

/** JSON has no word for what is not a number and for a band without bound. */
const read = (line: Written): Line => ({ ...line, ours: line.ours ?? NaN, tolerance: line.tolerance ?? Infinity })
