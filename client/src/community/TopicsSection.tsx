import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ApiRefusal, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Section } from '#ui/index.ts'
import { TendTopics } from './TendTopics.tsx'
import { Topics } from './Topics.tsx'
import type { Community } from './use-community.ts'

/** The topics of a community: a tree of two levels that facilitators tend. */
export function TopicsSection({ community }: { community: Community }) {
  const t = useWords('community')
  const client = useQueryClient()
  const params = { community: community.id }
  const { data } = useSuspenseQuery(query('GET /communities/{community}/topics', { params }))
  const [name, setName] = useState('')
  const [parent, setParent] = useState<string | null>(null)
  const first = data.items.filter((topic) => !topic.parent)
  const adding = useMutation({
    mutationFn: () => api('POST /communities/{community}/topics', { params, body: { name, parent } }),
    onSuccess: () => {
      setName('')
      return refresh(client, 'GET /communities/{community}/topics', 'GET /communities/{community}/home')
    },
  })
  const error = adding.error instanceof ApiRefusal ? adding.error : undefined
  return (
    <Section title={t('topics.title')}>
      {first.length > 0 && <Topics topics={data.items} />}
      <TendTopics community={community.id} topics={data.items} mayRename={community.may.edit} />
      <Form
        onSubmit={() => adding.mutate()}
        error={error}
        actions={
          <Button type="submit" variant="default" loading={adding.isPending}>
            {t('topics.add')}
          </Button>
        }
      >
        <TextInput
          label={t('topics.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(error, 'name')}
          maxLength={80}
        />
        <Select
          label={t('topics.under')}
          placeholder={t('topics.top')}
          clearable
          value={parent}
          onChange={setParent}
          data={first.map((topic) => ({ value: topic.id, label: topic.name }))}
        />
      </Form>
    </Section>
  )
}
