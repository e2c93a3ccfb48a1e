import type { Matrix } from '../api.ts'

/** Practices by name, by need, or as they come: by spread. Needed is what most units were asked about or have not decided on. */
export function inOrder({ practices, cells }: Pick<Matrix, 'practices' | 'cells'>, sort: string | undefined) {
  if (sort === 'name') return practices.toSorted((a, b) => a.title.localeCompare(b.title))
  if (sort !== 'need') return practices
  const asked = countBy(cells.filter(({ state }) => state === 'asked'))
  const decided = countBy(cells.filter(({ state }) => state !== 'asked'))
  const of = (counts: Map<string, number>, { id }: { id: string }) => counts.get(id) ?? 0
  return practices.toSorted((a, b) => of(asked, b) - of(asked, a) || of(decided, a) - of(decided, b))
}

function countBy(cells: Matrix['cells']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { practice } of cells) counts.set(practice, (counts.get(practice) ?? 0) + 1)
  return counts
}
