import { Button } from '@mantine/core'
import type { PracticeKind, PracticeState } from '@mortar/contract/practice'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Pager, useShownAddress } from '#ui/index.ts'
import { kinds, states } from '../kinds.ts'
import { Lines } from './Lines.tsx'

/** A page of practices, as the address filters them. */
export function Repertoire({ community }: { community?: string }) {
  const t = useWords('practice')
  const { words, kind, state, trust, topic, after, community: asked } = useShownAddress()
  const { data } = useSuspenseQuery(
    query('GET /practices', {
      query: {
        words,
        topic,
        after,
        community: community ?? asked,
        kind: kinds.find((one) => one === kind) satisfies PracticeKind | undefined,
        state: states.find((one) => one === state) satisfies PracticeState | undefined,
        ...(trust === 'overdue' && { overdue: 'true' }),
        ...(trust === 'validated' && { validated: 'true' }),
        ...(trust === 'notValidated' && { validated: 'false' }),
      },
    }),
  )
  if (data.items.length === 0 && !after) {
    const filtered = Boolean(words || kind || state || trust || topic)
    return (
      <EmptyState
        title={t(filtered ? 'list.noneFound' : 'list.none')}
        action={
          <Button component={Go} to={paths.newPractice(community ? { community } : {})} variant="default">
            {t('write.action')}
          </Button>
        }
      >
        {t(filtered ? 'list.noneFoundHow' : 'list.noneHow')}
      </EmptyState>
    )
  }
  return (
    <>
      <Lines items={data.items} withCommunity={!community} />
      <Pager next={data.next} />
    </>
  )
}
