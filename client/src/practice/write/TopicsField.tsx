import { useQueryClient } from '@tanstack/react-query'
import { query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { addTopic } from '#community/add-topic.ts'
import { type Choice, Picker } from '#ui/index.ts'

interface TopicsFieldProps {
  community: string
  value: Choice[]
  onChange: (topics: Choice[]) => void
}

/** Up to five topics of the community that a practice belongs to. */
export function TopicsField({ community, value, onChange }: TopicsFieldProps) {
  const t = useWords('practice')
  const client = useQueryClient()
  const search = async (words: string): Promise<Choice[]> => {
    const { items } = await client.fetchQuery({
      ...query('GET /communities/{community}/topics', { params: { community } }),
      staleTime: 60_000,
    })
    const name = new Map(items.map((topic) => [topic.id, topic.name]))
    return items
      .filter((topic) => topic.name.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()))
      .map((topic) => ({
        id: topic.id,
        name: topic.name,
        note: topic.parent ? (name.get(topic.parent) ?? null) : null,
      }))
  }
  const add = async (name: string): Promise<Choice | undefined> => {
    const topic = await addTopic(community, name)
    await refresh(client, 'GET /communities/{community}/topics')
    return topic
  }
  return (
    <Picker
      label={t('topics.label')}
      description={t('topics.how')}
      value={value}
      onChange={onChange}
      search={search}
      adds={{ word: (topic) => t('topics.add', { topic }), add }}
      suggest
      max={5}
    />
  )
}
