import { Radio } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DataTable, EmptyState, Go, PersonChip, Section, toast } from '#ui/index.ts'
import styles from './erasure.module.css'

type Line = Answer<'GET /erasures'>['items'][number]

/** Who asked, whose erasure waits, what ran, and what becomes of words. */
export function ErasuresTab() {
  const t = useWords('erasure')
  const { data } = useSuspenseQuery(query('GET /erasures'))
  return (
    <div className={styles.stack}>
      <div>
        <p className={styles.said}>{t('tab.what')}</p>
        {data.items.length === 0 ? (
          <EmptyState title={t('tab.none')}>{t('tab.noneHow')}</EmptyState>
        ) : (
          <Lines items={data.items} />
        )}
      </div>
      <Setting words={data.words} />
    </div>
  )
}

function Lines({ items }: { items: readonly Line[] }) {
  const t = useWords('erasure')
  const open = ({ state }: Line) => state === 'asked' || state === 'waiting'
  return (
    <DataTable
      caption={t('tab.title')}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'who',
          head: t('tab.who'),
          cell: ({ person, state }) =>
            state === 'done' ? person.name : <PersonChip name={person.name} to={paths.person(person.id)} />,
        },
        { id: 'state', head: t('tab.state'), cell: (line) => <State line={line} /> },
        { id: 'by', head: t('tab.by'), cell: ({ decidedBy }) => decidedBy?.name ?? '' },
        {
          id: 'do',
          head: t('tab.do'),
          cell: (line) => open(line) && <Go to={paths.erasure(line.person.id)}>{t('tab.look')}</Go>,
        },
      ]}
    />
  )
}

function State({ line: { state, askedAt, dueAt, endedAt, words, held } }: { line: Line }) {
  const t = useWords('erasure')
  const when = useWhen()
  if (held) return t('tab.held')
  const at = { asked: askedAt, waiting: dueAt, taken_back: endedAt, done: endedAt }[state]
  return t(`tab.${state}`, { when: at ? when.day(at) : '', words: words ?? 'stay' })
}

function Setting({ words }: { words: 'stay' | 'go' }) {
  const t = useWords('erasure')
  const client = useQueryClient()
  // Shown at once; what the server says afterwards counts.
  const [chosen, choose] = useState<string>()
  const set = async (value: string) => {
    choose(value)
    try {
      await api('PUT /erasures/words', { body: { words: value as 'stay' | 'go' } })
      toast(t('setting.saved'))
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(client, 'GET /erasures')
    choose(undefined)
  }
  return (
    <Section title={t('setting.title')}>
      <Radio.Group label={t('setting.label')} value={chosen ?? words} onChange={(value) => void set(value)}>
        {(['stay', 'go'] as const).map((value) => (
          <Radio
            key={value}
            value={value}
            label={t(`setting.${value}`)}
            description={t(`setting.${value}How`)}
            mt="xs"
          />
        ))}
      </Radio.Group>
    </Section>
  )
}
