import { Button, Radio, Textarea } from '@mantine/core'
import type { Stage } from '@mortar/contract/community'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { stages } from '#community/stages.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import { useDeciding } from './use-deciding.ts'

interface DecideDialogProps {
  community: string
  now: Stage
  /** What is decided, where it is chosen already. */
  fixed: Stage | undefined
  onClose: () => void
}

/** A decision on the stage, with the reason, which is kept. */
export function DecideDialog({ community, now, fixed, onClose }: DecideDialogProps) {
  const t = useWords('stage')
  const word = useWords('community')
  const [stage, setStage] = useState<Stage | undefined>(fixed)
  const [reason, setReason] = useState('')
  const { decide, pending, error } = useDeciding(
    () => api('PUT /communities/{community}/stage', { params: { community }, body: { stage: stage ?? now, reason } }),
    () => {
      toast(stage === now ? t('decide.stayed') : word('stageSet', { stage: word(`stage.${stage!}`) }))
      onClose()
    },
  )
  return (
    <Dialog title={t(fixed === now ? 'decide.stays' : 'decide.title')} onClose={onClose}>
      <Form
        onSubmit={decide}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending} disabled={!stage}>
              {t('decide.verb')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {word('cancel')}
            </Button>
          </>
        }
      >
        {fixed ? (
          fixed !== now && <p>{t('decide.from', { from: word(`stage.${now}`), to: word(`stage.${fixed}`) })}</p>
        ) : (
          <Radio.Group label={word('field.stage')} value={stage ?? ''} onChange={(value) => setStage(value as Stage)}>
            {stages
              .filter((each) => each !== now)
              .map((each) => (
                <Radio
                  key={each}
                  value={each}
                  label={word(`stage.${each}`)}
                  description={word(`stageHow.${each}`)}
                  mt="xs"
                />
              ))}
          </Radio.Group>
        )}
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHow')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(error, 'reason')}
          required
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
        />
      </Form>
    </Dialog>
  )
}
