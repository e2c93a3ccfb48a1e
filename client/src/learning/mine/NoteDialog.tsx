import { Button, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Dialog, fieldError, Form, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'
import { searchTopics } from '../topics.ts'
import type { Need } from '../types.ts'
import { useAct } from '../use-act.ts'

/** Notes a need, or changes one. */
export function NoteDialog({ need, onClose }: { need?: Need; onClose: () => void }) {
  const t = useWords('learning')
  const [topic, setTopic] = useState<Choice[]>([])
  const [gap, setGap] = useState(need?.gap ?? 2)
  const [note, setNote] = useState(need?.note ?? '')
  const { act, pending, error } = useAct(async () => {
    if (need) await api('PUT /learning/needs/{need}', { params: { need: need.id }, body: { gap, note, met: false } })
    else await api('POST /learning/needs', { body: { topic: topic[0]?.id ?? '', gap, note } })
  }, onClose)
  return (
    <Dialog title={need ? t('note.change', { topic: need.topic.name }) : t('needs.note')} onClose={onClose}>
      <Form
        onSubmit={act}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={!need && topic.length === 0}>
              {t('keep')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p className={styles.soft}>{t('note.private')}</p>
        {!need && (
          <Picker
            label={t('note.topic')}
            description={t('note.topicHow')}
            value={topic}
            onChange={setTopic}
            search={searchTopics()}
            suggest
            max={1}
            required
            error={fieldError(error, 'topic')}
          />
        )}
        <Radio.Group label={t('note.gap')} value={String(gap)} onChange={(value) => setGap(Number(value))} required>
          {([1, 2, 3] as const).map((each) => (
            <Radio key={each} value={String(each)} label={t(`gap.${each}`)} mt="xs" />
          ))}
        </Radio.Group>
        <Textarea
          label={t('note.note')}
          description={t('note.noteHow')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fieldError(error, 'note')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
        />
      </Form>
    </Dialog>
  )
}
