import { Button } from '@mantine/core'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import styles from './draft.module.css'
import type { Draft } from './use-draft.ts'

/** The same text was written on in another window: nothing is written over, and the person chooses. */
export function DraftElsewhere({ draft: { elsewhere } }: { draft: Pick<Draft<object>, 'elsewhere'> }) {
  const t = useWords('ui')
  if (!elsewhere) return null
  return (
    <div className={styles.note} role="alert">
      {t(elsewhere.found ? 'draft.elsewhere' : 'draft.sent')}
      {elsewhere.found && (
        <Button size="compact-sm" variant="default" onClick={elsewhere.take}>
          {t('draft.take')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void elsewhere.keepMine().catch((error: Error) => toast(error.message))}
      >
        {t('draft.keepMine')}
      </Button>
    </div>
  )
}
