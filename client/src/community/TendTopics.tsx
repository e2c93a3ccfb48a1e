import { Button, Select, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo } from '#ui/index.ts'
import { type Topic, useAgain } from './topics-again.ts'
import { RemoveTopic, RemovedTopics } from './RemoveTopic.tsx'
import styles from './community.module.css'

interface TendProps {
  community: string
  topics: readonly Topic[]
}

/** Renames a topic, makes two one, parts them again, and removes one; each is undone in one click. */
export function TendTopics({ community, topics, mayRename }: TendProps & { mayRename: boolean }) {
  const t = useWords('community')
  const { data } = useSuspenseQuery(query('GET /communities/{community}/topic-merges', { params: { community } }))
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const topic = topics.find(({ id }) => id === chosen)
  const part = usePart(community)
  const params = { community }
  const removed = useSuspenseQuery(query('GET /communities/{community}/topics', { params, query: { removed: 'true' } }))
    .data.items
  if (topics.length === 0 && data.items.length === 0 && removed.length === 0) return null
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.soft}>{t('topics.tend')}</summary>
      <div className={styles.tendTopics}>
        <Choose label={t('topics.which')} topics={topics} value={chosen} onChange={setChosen} />
        {topic && mayRename && <Rename key={topic.id} community={community} topic={topic} />}
        {topic && data.may.merge && (
          <Merge key={`into ${topic.id}`} community={community} topic={topic} topics={topics} />
        )}
        {topic && data.may.merge && (
          <RemoveTopic key={`without ${topic.id}`} community={community} topic={topic} onDone={() => setChosen(null)} />
        )}
        <Merges items={data.items} onPart={part} />
        {data.may.merge && <RemovedTopics community={community} topics={removed} />}
      </div>
    </details>
  )
}

interface ChooseProps {
  label: string
  description?: string
  topics: readonly Topic[]
  value: string | null
  onChange: (id: string | null) => void
}

/** Topics of one community, those below another with its name: two may be called the same. */
function Choose({ topics, ...props }: ChooseProps) {
  const nameOf = new Map(topics.map(({ id, name }) => [id, name]))
  const label = ({ name, parent }: Topic) => (parent ? `${nameOf.get(parent) ?? ''} › ${name}` : name)
  return (
    <div data-no-words="">
      <Select
        {...props}
        data={topics.map((topic) => ({ value: topic.id, label: label(topic) }))}
        searchable
        comboboxProps={{ withinPortal: false }}
      />
    </div>
  )
}

function Rename({ community, topic }: { community: string; topic: Topic }) {
  const t = useWords('community')
  const again = useAgain()
  const [name, setName] = useState(topic.name)
  const params = { community, topic: topic.id }
  const call = (said: string) =>
    api('PUT /communities/{community}/topics/{topic}', { params, body: { name: said } }).then(again)
  const rename = (event: FormEvent) => {
    event.preventDefault()
    void actWithUndo(
      t('topics.renamed'),
      () => call(name.trim()),
      () => call(topic.name).then(() => setName(topic.name)),
    )
  }
  return (
    <form className={styles.tendTopic} onSubmit={rename}>
      <TextInput
        label={t('topics.newName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
      />
      <Button type="submit" variant="default" disabled={name.trim() === '' || name.trim() === topic.name}>
        {t('topics.rename')}
      </Button>
    </form>
  )
}

interface MergeProps extends TendProps {
  topic: Topic
}

function Merge({ community, topic, topics }: MergeProps) {
  const t = useWords('community')
  const again = useAgain()
  const [into, setInto] = useState<string | null>(null)
  const params = { community }
  const merge = (event: FormEvent) => {
    event.preventDefault()
    if (!into) return
    let made = ''
    void actWithUndo(
      t('topics.merged'),
      async () => {
        made = (await api('POST /communities/{community}/topic-merges', { params, body: { topic: topic.id, into } })).id
        await again()
      },
      () =>
        api('DELETE /communities/{community}/topic-merges/{merge}', { params: { community, merge: made } }).then(again),
    )
  }
  return (
    <form className={styles.tendTopic} onSubmit={merge}>
      <Choose
        label={t('topics.into')}
        description={t('topics.intoHow')}
        topics={topics.filter(({ id }) => id !== topic.id)}
        value={into}
        onChange={setInto}
      />
      <Button type="submit" variant="default" disabled={into === null}>
        {t('topics.merge')}
      </Button>
    </form>
  )
}

/** Parts two topics; made one again, that is another merge. */
function usePart(community: string) {
  const t = useWords('community')
  const again = useAgain()
  return ({ id, topic, into }: MergedTopic) =>
    void actWithUndo(
      t('topics.parted'),
      () =>
        api('DELETE /communities/{community}/topic-merges/{merge}', { params: { community, merge: id } }).then(again),
      () =>
        api('POST /communities/{community}/topic-merges', {
          params: { community },
          body: { topic, into: into?.id ?? '' },
        }).then(again),
    )
}

interface MergedTopic {
  id: string
  topic: string
  name: string
  into: { id: string; name: string } | null
  at: string
  may: { undo: boolean }
}

/** Topics that became one with another: that this was so stays readable. */
function Merges({ items, onPart }: { items: readonly MergedTopic[]; onPart: (merge: MergedTopic) => void }) {
  const t = useWords('community')
  const when = useWhen()
  if (items.length === 0) return null
  return (
    <ul>
      {items.map((merge) => (
        <li key={merge.id}>
          {t('topics.became', { name: merge.name, into: merge.into?.name ?? '—', day: when.day(merge.at) })}{' '}
          {merge.may.undo && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onPart(merge)}>
              {t('topics.part')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
