import { Autocomplete, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ApiRefusal, query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Picker } from '#ui/index.ts'
import styles from '../inquiry.module.css'
import { addTopicTo, placeChoices, placesSeen, readersOf } from './places.ts'

export interface Asking {
  title: string
  body: string
  communities: string[]
  topics: string[]
  /** Undefined until chosen, null when none is wanted. */
  unit: string | null | undefined
  problemKind: string
}

interface ContextProps {
  asking: Asking
  set: (change: Partial<Asking>) => void
  error: ApiRefusal | undefined
}

/** Where the problem is asked, and where it is met. */
export function Context({ asking, set, error }: ContextProps) {
  const t = useWords('inquiry')
  const places = placesSeen(asking.communities)
  const readers = readersOf(places)
  return (
    <>
      <Picker
        label={t('ask.communities')}
        description={t('ask.communitiesHow')}
        value={places}
        max={3}
        suggest
        required
        search={placeChoices}
        onChange={(chosen) => set({ communities: chosen.map(({ id }) => id) })}
        error={fieldError(error, 'communities')}
      />
      {readers && (
        <p className={styles.readers} role="status">
          {t(`readers.${readers}`, { names: places.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <Topics asking={asking} set={set} />
      <div className={styles.pair}>
        <UnitChoice unit={asking.unit ?? null} onChange={(unit) => set({ unit })} />
        <KindChoice kind={asking.problemKind} onChange={(problemKind) => set({ problemKind })} />
      </div>
    </>
  )
}

function Topics({ asking, set }: Pick<ContextProps, 'asking' | 'set'>) {
  const t = useWords('inquiry')
  const places = placesSeen(asking.communities)
  const all = places.flatMap(({ topics }) => topics)
  const own = places.find(({ member }) => member)
  if (all.length === 0 && !own) return null
  return (
    <Picker
      // Other communities have other topics: what was found among the ones before is looked for again.
      key={places.map(({ id }) => id).join()}
      label={t('ask.topics')}
      value={all.filter(({ id }) => asking.topics.includes(id))}
      max={10}
      suggest
      search={async (words) => all.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))}
      adds={
        own && {
          word: (topic) => t('ask.addTopic', { topic, community: own.name }),
          add: (name) => addTopicTo(own, name),
        }
      }
      onChange={(chosen) => set({ topics: chosen.map(({ id }) => id) })}
    />
  )
}

export function UnitChoice({ unit, onChange }: { unit: string | null; onChange: (unit: string | null) => void }) {
  const t = useWords('inquiry')
  const { data: me } = useMe()
  const units = new Map(me?.units.map(({ id, name }) => [id, name]))
  if (units.size === 0) return null
  return (
    <Select
      label={t('ask.unit')}
      placeholder={t('ask.noUnit')}
      clearable
      data={[...units].map(([value, label]) => ({ value, label }))}
      value={unit}
      onChange={onChange}
    />
  )
}

export function KindChoice({ kind, onChange }: { kind: string; onChange: (kind: string) => void }) {
  const t = useWords('inquiry')
  const { data } = useQuery({ ...query('GET /inquiries/kinds'), staleTime: 300_000 })
  return (
    <Autocomplete
      label={t('ask.kind')}
      placeholder={t('ask.kindExample')}
      data={data?.items ?? []}
      value={kind}
      onChange={onChange}
      maxLength={80}
    />
  )
}
