import type { Answer } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'

type Here = Answer<'GET /organization/beginning'>['here']

const kinds = ['people', 'units', 'communities', 'inquiries'] as const

/** "154 people, 11 units and 1 community are here already": what an import brought before anybody came. */
export function useHereAlready(here: Here): string {
  const t = useWords('account')
  const { list } = useWhen()
  const found = kinds.filter((kind) => here[kind] > 0)
  const count = found.reduce((sum, kind) => sum + here[kind], 0)
  return t('start.here.lead', {
    what: list(found.map((kind) => t(`start.here.${kind}`, { count: here[kind] }))),
    count,
  })
}
