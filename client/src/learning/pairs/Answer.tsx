import { Button } from '@mantine/core'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Refusal, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Pair } from '../types.ts'
import { useAct } from '../use-act.ts'

/** Yes, or not this time; until the day either can be changed. */
export function Answer({ pair: { id, answer } }: { pair: Pair }) {
  const t = useWords('learning')
  const say = (said: 'yes' | 'no') =>
    api('PUT /learning/pairs/{pair}/answer', { params: { pair: id }, body: { answer: said } })
  const yes = useAct(
    () => say('yes'),
    () => toast(t('pairs.saidYes')),
  )
  const no = useAct(
    () => say('no'),
    () => toast(t('pairs.saidNo')),
  )
  return (
    <>
      <div className={styles.acts}>
        {answer !== 'yes' && (
          <Button size="compact-sm" onClick={yes.act} loading={yes.pending}>
            {t('pairs.yes')}
          </Button>
        )}
        {answer !== 'no' && (
          <Button size="compact-sm" variant="default" onClick={no.act} loading={no.pending}>
            {t('pairs.no')}
          </Button>
        )}
      </div>
      <Refusal error={yes.error ?? no.error} />
    </>
  )
}
