import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import type { TreeNode } from '#ui/index.ts'

type UnitLine = Answer<'GET /units'>['items'][number]

/** The units inside a unit, or at the top, as a tree that reads on as it is unfolded. */
export function useUnitTree(parent: string | undefined) {
  const t = useWords('organization')
  const client = useQueryClient()
  const { data } = useSuspenseQuery(unitsInside(parent))
  const nodeOf = ({ id, name, people, inside }: UnitLine): TreeNode => ({
    id,
    name,
    inside,
    to: paths.unit(id),
    note: t('chart.people', { people }),
  })
  return {
    nodes: data.items.map(nodeOf),
    inside: async (id: string) => (await client.ensureQueryData(unitsInside(id))).items.map(nodeOf),
  }
}

const unitsInside = (parent: string | undefined) => query('GET /units', { query: parent ? { parent } : {} })
