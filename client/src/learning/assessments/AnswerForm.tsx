import { Button, Radio } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Form, Progress, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Assessment } from '../types.ts'
import { useAct } from '../use-act.ts'

type Said = Record<string, string>
const choices = ['0', '1', '2', '3', 'none'] as const

/** One question for each topic. What is chosen is saved when it is left, and found again when one comes back. */
export function AnswerForm({ one }: { one: Assessment }) {
  const t = useWords('learning')
  const params = { assessment: one.id }
  const { data: own } = useSuspenseQuery(query('GET /learning/needs-assessments/{assessment}/answer', { params }))
  const [said, setSaid] = useState<Said>(() =>
    Object.fromEntries(own.answers.map(({ topic, gap }) => [topic, gap === null ? 'none' : String(gap)])),
  )
  const answers = Object.entries(said).map(([topic, gap]) => ({ topic, gap: gap === 'none' ? null : Number(gap) }))
  const send = (state: 'begun' | 'finished' | 'declined') =>
    api('PUT /learning/needs-assessments/{assessment}/answer', {
      params,
      body: { state, answers: state === 'declined' ? [] : answers },
    })
  const handing = useAct(
    () => send('finished'),
    () => toast(t('answer.handedIn')),
  )
  const saving = useAct(
    () => send('begun'),
    () => toast(t('answer.saved')),
  )
  const declining = useAct(
    async () => {
      await send('declined')
      setSaid({})
    },
    () => toast(t('answer.declined')),
  )
  return (
    <Form
      onSubmit={handing.act}
      error={handing.error ?? saving.error ?? declining.error}
      actions={
        <>
          <Button type="submit" loading={handing.pending} disabled={answers.length < one.items.length}>
            {t('answer.handIn')}
          </Button>
          <Button variant="default" onClick={saving.act} loading={saving.pending} disabled={answers.length === 0}>
            {t('answer.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={declining.act} loading={declining.pending}>
            {t('answer.decline')}
          </Button>
        </>
      }
    >
      <p className={styles.said}>{t('answer.private')}</p>
      <Progress label={t('answer.progress')} value={answers.length} of={one.items.length} />
      <p className={styles.soft}>{t(`answer.state_${own.state}`)}</p>
      {one.items.map(({ topic, text }) => (
        <Radio.Group
          key={topic.id}
          label={text}
          description={topic.name}
          value={said[topic.id] ?? ''}
          onChange={(gap) => setSaid({ ...said, [topic.id]: gap })}
        >
          <div className={styles.choices}>
            {choices.map((choice) => (
              <Radio key={choice} value={choice} label={t(`answer.gap_${choice}`)} />
            ))}
          </div>
        </Radio.Group>
      ))}
    </Form>
  )
}
