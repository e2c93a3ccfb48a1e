import { NativeSelect } from '@mantine/core'
import type { FoundKind, FoundOutcome, FoundState } from '@mortar/contract/search'
import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Search, useAddress } from '#ui/index.ts'
import styles from './search.module.css'

const kinds: readonly FoundKind[] = [
  'practice',
  'inquiry',
  'contribution',
  'person',
  'community',
  'unit',
  'story',
  'escalation',
  'signal',
  'imperative',
]
const states: Partial<Record<FoundKind, readonly FoundState[]>> = {
  inquiry: ['open', 'resolved'],
  practice: ['current', 'proposed', 'draft', 'retired'],
}
const outcomes: readonly FoundOutcome[] = ['worked', 'partly', 'failed']
const times = { week: 7, month: 30, year: 365 }
const day = 86_400_000

interface Chosen {
  kind: FoundKind | undefined
  community: string | undefined
  topic: string | undefined
  state: FoundState | undefined
  outcome: FoundOutcome | undefined
  since: string | undefined
}

const oneOf = <T extends string>(known: readonly T[], given: string | undefined) => known.find((each) => each === given)

/** What the address chooses: only what belongs together, so that a stale choice hides nothing. */
export function chosenIn(address: Search): Chosen {
  const kind = oneOf(kinds, address.kind)
  const days = times[address.time as keyof typeof times]
  return {
    kind,
    community: address.community,
    topic: address.community ? address.topic : undefined,
    state: oneOf((kind && states[kind]) ?? [], address.state),
    outcome: kind === 'practice' || kind === 'contribution' ? oneOf(outcomes, address.outcome) : undefined,
    since: days ? new Date(Date.now() - days * day).toISOString().slice(0, 10) : undefined,
  }
}

/** Kind, community, topic, state, outcome and time; each choice stands in the address. */
export function Filters() {
  const t = useWords('search')
  const [address, change] = useAddress()
  const chosen = chosenIn(address)
  const communities = useQuery(query('GET /communities', { query: { limit: 100 } })).data?.items ?? []
  const topics = useTopics(chosen.community)
  const choose = (label: string, key: string, options: { value: string; label: string }[], without = {}) => (
    <NativeSelect
      label={label}
      value={address[key] ?? ''}
      onChange={(event) => change({ ...without, [key]: event.currentTarget.value || undefined })}
      data={[{ value: '', label: t('all') }, ...options]}
    />
  )
  const states = statesOf(chosen.kind)
  return (
    <div className={styles.filters}>
      {choose(
        t('kinds'),
        'kind',
        kinds.map((each) => ({ value: each, label: t(`plural.${each}`) })),
        { state: undefined, outcome: undefined },
      )}
      {choose(
        t('community'),
        'community',
        communities.map(({ id, name }) => ({ value: id, label: name })),
        { topic: undefined },
      )}
      {topics.length > 0 &&
        choose(
          t('topic'),
          'topic',
          topics.map(({ id, name }) => ({ value: id, label: name })),
        )}
      {states.length > 0 &&
        choose(
          t('state'),
          'state',
          states.map((value) => ({ value, label: t(`states.${value}`) })),
        )}
      {(chosen.kind === 'practice' || chosen.kind === 'contribution') &&
        choose(
          t('outcome'),
          'outcome',
          outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        )}
      {choose(t('time'), 'time', [
        { value: 'week', label: t('times.week') },
        { value: 'month', label: t('times.month') },
        { value: 'year', label: t('times.year') },
      ])}
    </div>
  )
}

const statesOf = (kind: FoundKind | undefined) => (kind && states[kind]) ?? []

function useTopics(community: string | undefined) {
  const { data } = useQuery({
    ...query('GET /communities/{community}/topics', { params: { community: community ?? '' } }),
    enabled: community !== undefined,
  })
  return community ? (data?.items ?? []) : []
}
