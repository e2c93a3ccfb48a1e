import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Picker, Refusal } from '#ui/index.ts'
import styles from './plan.module.css'
import { type Draft, isIn, keyOf } from './draft.ts'
import { useFormats } from './formats.ts'
import type { Line, Plan } from './types.ts'

async function searchItems(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /learning/items', { query: { words: words || undefined, limit: 12 }, signal })
  return items
    .filter(({ offered, topics }) => offered && topics.length > 0)
    .map(({ id, title, topics }) => ({ id, name: title, note: topics.map(({ name }) => name).join(', ') }))
}

interface AddSendProps {
  plan: Plan
  draft: Draft
  onAdd: (line: Line) => void
}

/** A new arrow by hand: an item, where it goes, and when. */
export function AddSend({ plan, draft, onAdd }: AddSendProps) {
  const t = useWords('learning')
  const { month: nameOf } = useFormats()
  const [item, setItem] = useState<Choice[]>([])
  const [place, setPlace] = useState<string | null>(null)
  const [month, setMonth] = useState(0)
  const chosen = item[0]
  const { data, error } = useQuery({
    ...query('GET /learning/plans/{plan}/places', { params: { plan: plan.id }, query: { item: chosen?.id ?? '' } }),
    enabled: chosen !== undefined,
  })
  const places = chosen ? (data?.items ?? []) : []
  const line = places.find(({ send }) => keyOf(send) === place)
  const there = line !== undefined && isIn(draft, plan.lines, line.send)
  const name = ({ topic, community, people, relevant }: Line) =>
    t(relevant === null ? 'plans.add.place' : 'plans.add.placeWant', {
      to: community?.name ?? t('plans.several'),
      topic: topic?.name ?? '',
      people: people ?? 0,
      relevant: relevant ?? 0,
    })
  const add = () => {
    if (!line || there) return
    onAdd({ ...line, send: { ...line.send, month } })
    setItem([])
    setPlace(null)
  }
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Picker
        label={t('plans.item')}
        value={item}
        onChange={(some) => {
          setItem(some)
          setPlace(null)
        }}
        search={searchItems}
        suggest
        max={1}
      />
      <Select
        label={t('plans.to')}
        description={chosen && data && places.length === 0 ? t('plans.add.nowhere') : undefined}
        error={there ? t('plans.add.there') : undefined}
        data={places.map((one) => ({ value: keyOf(one.send), label: name(one) }))}
        value={place}
        onChange={setPlace}
        disabled={places.length === 0}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        label={t('plans.month')}
        data={Array.from({ length: plan.rules.months }, (_, at) => ({
          value: String(at),
          label: nameOf(plan.rules.from, at),
        }))}
        value={String(month)}
        onChange={(value) => value !== null && setMonth(Number(value))}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <Button type="submit" variant="default" disabled={!line || there}>
        {t('plans.add.add')}
      </Button>
      <Refusal error={error ?? undefined} />
    </form>
  )
}
