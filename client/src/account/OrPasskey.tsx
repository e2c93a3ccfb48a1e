import { Button } from '@mantine/core'
import { useWords } from '#app/words.ts'
import styles from './account.module.css'
import { passkeysWork } from './passkey.ts'

interface OrPasskeyProps {
  verb: string
  what?: string
  onUse: () => void
  pending: boolean
}

/** The other way in, where the browser knows passkeys. */
export function OrPasskey({ verb, what, onUse, pending }: OrPasskeyProps) {
  const t = useWords('account')
  if (!passkeysWork()) return null
  return (
    <>
      <div className={styles.or}>{t('or')}</div>
      <Button variant="default" size="md" fullWidth onClick={onUse} loading={pending}>
        {verb}
      </Button>
      {what && <p className={styles.hint}>{what}</p>}
    </>
  )
}
