import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { useAddress } from '#ui/index.ts'
import { kinds, states } from '../kinds.ts'
import styles from '../practice.module.css'

const trusts = ['validated', 'notValidated', 'overdue'] as const

/** Words, kind, state and trust, kept in the address. */
export function Filters({ community }: { community?: string }) {
  const t = useWords('practice')
  const [{ words, kind, state, trust, topic }, change] = useAddress()
  const [typed, setTyped] = useState(words ?? '')
  useEffect(() => {
    if (typed === (words ?? '')) return
    const timer = setTimeout(() => change({ words: typed || undefined, after: undefined }, { replace: true }), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const set = (name: string) => (value: string | null) => change({ [name]: value ?? undefined, after: undefined })
  return (
    <search className={styles.filters}>
      <TextInput
        label={t('list.words')}
        placeholder={t('list.wordsHow')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        label={t('list.kind')}
        placeholder={t('list.any')}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind ?? null}
        onChange={set('kind')}
        clearable
      />
      <Select
        label={t('list.state')}
        data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={state ?? 'current'}
        onChange={(value) => set('state')(value === 'current' ? null : value)}
        allowDeselect={false}
      />
      <Select
        label={t('list.trust')}
        placeholder={t('list.any')}
        data={trusts.map((value) => ({ value, label: t(`trust.${value}`) }))}
        value={trust ?? null}
        onChange={set('trust')}
        clearable
      />
      {community && <Topics community={community} value={topic} onChange={set('topic')} />}
    </search>
  )
}

interface TopicsProps {
  community: string
  value: string | undefined
  onChange: (topic: string | null) => void
}

function Topics({ community, value, onChange }: TopicsProps) {
  const t = useWords('practice')
  const { data } = useQuery(query('GET /communities/{community}/topics', { params: { community } }))
  if (!data || data.items.length === 0) return null
  return (
    <Select
      label={t('list.topic')}
      placeholder={t('list.any')}
      data={data.items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={onChange}
      clearable
    />
  )
}
