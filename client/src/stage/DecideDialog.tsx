import { Radio } from '@mantine/core'
import type { Stage } from '@mortar/contract/community'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { stages } from '#community/stages.ts'
import { ReasonDialog } from '#ui/index.ts'
import { readAgain } from './read-again.ts'

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
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Stage | undefined>(fixed)
  const decide = async (reason: string) => {
    const body = { stage: chosen ?? now, reason }
    await api('PUT /communities/{community}/stage', { params: { community }, body })
    await readAgain(client)
  }
  return (
    <ReasonDialog
      title={t(fixed === now ? 'decide.stays' : 'decide.title')}
      label={t('decide.reason')}
      hint={t('decide.reasonHow')}
      verb={t('decide.verb')}
      done={chosen === now || !chosen ? t('decide.stayed') : word('stageSet', { stage: word(`stage.${chosen}`) })}
      disabled={!chosen}
      onAct={decide}
      onClose={onClose}
    >
      {fixed ? (
        fixed !== now && <p>{t('decide.from', { from: word(`stage.${now}`), to: word(`stage.${fixed}`) })}</p>
      ) : (
        <Radio.Group label={word('field.stage')} value={chosen ?? ''} onChange={(value) => setChosen(value as Stage)}>
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
    </ReasonDialog>
  )
}
