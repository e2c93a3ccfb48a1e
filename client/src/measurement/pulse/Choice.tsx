import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Mark } from '#ui/index.ts'
import styles from './pulse.module.css'
import { readAgain } from './read-again.ts'

/** Yes or no to pulses, with what happens to an answer. */
export function Choice({ joined }: { joined: boolean }) {
  const t = useWords('measurement')
  const client = useQueryClient()
  const say = (yes: boolean) => async () => {
    await api(yes ? 'PUT /pulse/choice' : 'DELETE /pulse/choice')
    await readAgain(client)
  }
  return (
    <div className={styles.choice}>
      <p>
        <Mark kind={joined ? 'worked' : 'quiet'}>{t(joined ? 'pulse.joined' : 'pulse.notJoined')}</Mark>
      </p>
      <p className={styles.soft}>{t(joined ? 'pulse.joinedHow' : 'pulse.notJoinedHow')}</p>
      <Button
        variant={joined ? 'default' : 'filled'}
        w="fit-content"
        onClick={() => void actWithUndo(t(joined ? 'pulse.left' : 'pulse.saidYes'), say(!joined), say(joined))}
      >
        {t(joined ? 'pulse.leave' : 'pulse.join')}
      </Button>
      <details className={styles.how}>
        <summary>{t('pulse.how')}</summary>
        <ul>
          {(['token', 'sealed', 'batch', 'five', 'differ', 'limits'] as const).map((part) => (
            <li key={part}>{t(`pulse.made.${part}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
