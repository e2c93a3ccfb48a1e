import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, Form } from '#ui/index.ts'
import type { Practice } from '../api.ts'
import { TopicsField } from '../write/TopicsField.tsx'
import { useAct } from './use-act.ts'

/** Places a practice under topics of its community. */
export function TopicsDialog({ practice, onClose }: { practice: Practice; onClose: () => void }) {
  const t = useWords('practice')
  const [topics, setTopics] = useState<Choice[]>(practice.topics)
  const { act, pending, error } = useAct(
    () =>
      api('PUT /practices/{practice}/topics', {
        params: { practice: practice.id },
        body: { topics: topics.map(({ id }) => id) },
      }),
    onClose,
  )
  return (
    <Dialog title={t('topics.choose')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('topics.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        {practice.community && <TopicsField community={practice.community.id} value={topics} onChange={setTopics} />}
      </Form>
    </Dialog>
  )
}
