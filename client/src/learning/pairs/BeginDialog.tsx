import { Button, Radio, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, Refusal, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import { useAct } from '../use-act.ts'

type Kind = 'learn' | 'meet'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Begins a round, after a look at how many it would bring together. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('learning')
  const [kind, setKind] = useState<Kind>('learn')
  const [answerBy, setAnswerBy] = useState(inDays(14))
  const [endsOn, setEndsOn] = useState(inDays(104))
  const preview = useQuery(query('GET /learning/rounds/preview', { query: { kind } }))
  const { act, pending, error } = useAct(
    () => api('POST /learning/rounds', { body: { kind, answerBy, endsOn } }),
    () => {
      toast(t('rounds.begunSaid'))
      onClose()
    },
  )
  const paired = preview.data?.paired ?? null
  return (
    <Dialog title={t('rounds.begin')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={paired === null}>
              {t('rounds.begin')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <Radio.Group label={t('rounds.kind')} value={kind} onChange={(value) => setKind(value as Kind)}>
          {(['learn', 'meet'] as const).map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`rounds.kind_${each}`)}
              description={t(`rounds.kindHow_${each}`)}
              mt="xs"
            />
          ))}
        </Radio.Group>
        <div className={styles.notice} aria-live="polite">
          <p className={styles.said}>
            {preview.isPending
              ? t('rounds.looking')
              : paired === null
                ? t('rounds.tooFew')
                : t('rounds.preview', { people: preview.data?.people ?? paired, paired })}
          </p>
          <Refusal error={preview.error ?? undefined} />
        </div>
        <div className={styles.pair}>
          <TextInput
            type="date"
            label={t('rounds.answerBy')}
            value={answerBy}
            onChange={(event) => setAnswerBy(event.currentTarget.value)}
            error={fieldError(error, 'answerBy')}
            required
          />
          <TextInput
            type="date"
            label={t('rounds.endsOn')}
            description={t('rounds.endsOnHow')}
            value={endsOn}
            onChange={(event) => setEndsOn(event.currentTarget.value)}
            error={fieldError(error, 'endsOn')}
            required
          />
        </div>
      </Form>
    </Dialog>
  )
}
