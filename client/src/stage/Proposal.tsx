import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import { DecideDialog } from './DecideDialog.tsx'
import styles from './stage.module.css'
import type { Life } from './life.ts'

/** What the evidence proposes, and who decides. Without a proposal facilitators may still say where it stands. */
export function Proposal({ life }: { life: Life }) {
  const t = useWords('stage')
  const word = useWords('community')
  const [deciding, setDeciding] = useState<'move' | 'stay' | 'other'>()
  const { proposal, may } = life
  const name = new Map(life.stages.flatMap(({ signs }) => signs.map(({ id, name }) => [id, name])))
  return (
    <>
      {proposal && (
        <div className={styles.proposal}>
          <p>
            <strong>{t('proposal.fits', { stage: word(`stage.${proposal.to}`) })}</strong>
          </p>
          <ul>
            {proposal.signs.map((sign) => (
              <li key={sign} data-no-words>
                {name.get(sign)}
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{t(may.decide ? 'proposal.you' : 'proposal.others')}</p>
          {may.decide && (
            <div className={styles.acts}>
              <Button onClick={() => setDeciding('move')}>
                {t('proposal.move', { stage: word(`stage.${proposal.to}`) })}
              </Button>
              <Button variant="default" onClick={() => setDeciding('stay')}>
                {t('proposal.stay')}
              </Button>
            </div>
          )}
        </div>
      )}
      {!proposal && <p className={styles.soft}>{t('proposal.none')}</p>}
      {may.decide && (
        <Button variant="subtle" className={styles.start!} onClick={() => setDeciding('other')}>
          {t('proposal.other')}
        </Button>
      )}
      {deciding && (
        <DecideDialog
          community={life.community.id}
          now={life.stage}
          fixed={deciding === 'move' ? proposal?.to : deciding === 'stay' ? life.stage : undefined}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  )
}
