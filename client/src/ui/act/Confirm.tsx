import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../page/Refusal.tsx'
import styles from './act.module.css'
import { Dialog } from './Dialog.tsx'

interface ConfirmProps {
  title: string
  /** What will happen, and that it cannot be undone. */
  children: ReactNode
  /** The verb on the button: "Close the community". */
  verb: string
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Asks first. Only where undo is impossible. */
export function Confirm({ title, children, verb, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation('ui')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error>()
  const confirm = async () => {
    setPending(true)
    try {
      await onConfirm()
      onClose()
    } catch (refused) {
      setError(refused as Error)
    } finally {
      setPending(false)
    }
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.dialogText}>{children}</div>
      <Refusal error={error} />
      <div className={styles.dialogActs}>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button onClick={() => void confirm()} loading={pending}>
          {verb}
        </Button>
      </div>
    </Dialog>
  )
}
