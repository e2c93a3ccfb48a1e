import { Button, Select, TextInput } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import styles from './community.module.css'

interface Topic {
  id: string
  name: string
  parent: string | null
}

/** Renames a topic, makes two one, and parts them again. */
export function TendTopics({ community, topics }: { community: string; topics: readonly Topic[] }) {
  const t = useWords('community')
  const client = useQueryClient()
  const params = { community }
  const { data } = useSuspenseQuery(query('GET /communities/{community}/topic-merges', { params }))
  const [topic, setTopic] = useState<string | null>(null)
  const [name, setName] = useState('')
  const [into, setInto] = useState<string | null>(null)
  const choices = topics.map((one) => ({ value: one.id, label: one.name }))
  const act = async (said: string, asked: () => Promise<unknown>) => {
    try {
      await asked()
      await refresh(
        client,
        'GET /communities/{community}/topics',
        'GET /communities/{community}/topic-merges',
        'GET /communities/{community}/home',
      )
      setTopic(null)
      setInto(null)
      toast(said)
    } catch (error) {
      toast((error as Error).message)
    }
  }
  const rename = () =>
    act(t('topics.renamed'), () =>
      api('PUT /communities/{community}/topics/{topic}', { params: { ...params, topic: topic! }, body: { name } }),
    )
  const merge = () =>
    act(t('topics.merged'), () =>
      api('POST /communities/{community}/topic-merges', { params, body: { topic: topic!, into: into! } }),
    )
  if (topics.length === 0 && data.items.length === 0) return null
  return (
    <details>
      <summary className={styles.soft}>{t('topics.tend')}</summary>
      <div className={styles.tendTopics}>
        <Select
          label={t('topics.which')}
          data={choices}
          value={topic}
          onChange={(id) => {
            setTopic(id)
            setName(topics.find((one) => one.id === id)?.name ?? '')
          }}
          searchable
          comboboxProps={{ withinPortal: false }}
        />
        {topic && (
          <>
            <TextInput
              label={t('topics.newName')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={80}
            />
            <Button variant="default" w="fit-content" onClick={() => void rename()} disabled={name.trim() === ''}>
              {t('topics.rename')}
            </Button>
            {data.may.merge && (
              <>
                <Select
                  label={t('topics.into')}
                  description={t('topics.intoHow')}
                  data={choices.filter(({ value }) => value !== topic)}
                  value={into}
                  onChange={setInto}
                  searchable
                  comboboxProps={{ withinPortal: false }}
                />
                <Button variant="default" w="fit-content" onClick={() => void merge()} disabled={into === null}>
                  {t('topics.merge')}
                </Button>
              </>
            )}
          </>
        )}
        <Merges items={data.items} onPart={(id) => act(t('topics.parted'), () => part(community, id))} />
      </div>
    </details>
  )
}

const part = (community: string, merge: string) =>
  api('DELETE /communities/{community}/topic-merges/{merge}', { params: { community, merge } })

interface MergesProps {
  items: readonly { id: string; name: string; into: { name: string } | null; at: string; may: { undo: boolean } }[]
  onPart: (merge: string) => Promise<void>
}

/** Topics that became one with another: that this was so stays readable. */
function Merges({ items, onPart }: MergesProps) {
  const t = useWords('community')
  const when = useWhen()
  if (items.length === 0) return null
  return (
    <ul>
      {items.map(({ id, name, into, at, may }) => (
        <li key={id}>
          {t('topics.became', { name, into: into?.name ?? '—', day: when.day(at) })}{' '}
          {may.undo && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void onPart(id)}>
              {t('topics.part')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
