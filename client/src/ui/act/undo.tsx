import { IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './act.module.css'
import { dismiss, type Toast, toast, undoMilliseconds, useToasts } from './toasts.ts'

/** Acts at once and offers to take it back; a refusal of either is said as its sentence. */
export async function actWithUndo(said: string, act: () => Promise<unknown>, undo: () => Promise<unknown>) {
  try {
    await act()
    toast(said, () => undo().catch((error: Error) => toast(error.message)))
  } catch (error) {
    toast(error instanceof Error ? error.message : String(error))
  }
}

/** Where toasts appear; stands once, at the root. */
export function ToastRegion() {
  const toasts = useToasts()
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {toasts.map((shown) => (
        <ToastLine key={shown.id} {...shown} />
      ))}
    </div>
  )
}

function ToastLine({ id, text, undo }: Toast) {
  const { t } = useTranslation('ui')
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const wait = () => setTimeout(() => dismiss(id), undoMilliseconds)
    let timer = wait()
    // Whoever goes there by keys has a long way, and arrives in time.
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Tab') return
      clearTimeout(timer)
      timer = wait()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKey)
    }
  }, [id, held])

  return (
    <div
      className={styles.toast}
      // Whoever is about to press Undo is not hurried.
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      {undo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            dismiss(id)
            void undo()
          }}
        >
          {t('undo')}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t('close')} onClick={() => dismiss(id)}>
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
