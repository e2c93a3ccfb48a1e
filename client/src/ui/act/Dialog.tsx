import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './act.module.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}

/**
 * A question that must be answered before going on. Mount it to open it; Escape closes it and the focus goes back. Who wrote
 * words in it is asked once whether they may be lost.
 */
export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const { t } = useTranslation('ui')
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const wrote = useRef(false)
  const [leaving, setLeaving] = useState(false)
  const onInput = ({ target }: FormEvent) => {
    if (target instanceof HTMLTextAreaElement) wrote.current = true
    setLeaving(false)
  }
  const leave = () => {
    const words = [...(dialog.current?.querySelectorAll('textarea') ?? [])].some(({ value }) => value.trim() !== '')
    if (wrote.current && words && !leaving) setLeaving(true)
    else onClose()
  }
  // Before React takes the dialog away, or nothing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // React's autoFocus comes too early, while the dialog is closed; the browser would choose the button that closes it.
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={wide || undefined}
      aria-labelledby={id}
      onInput={onInput}
      onCancel={(event) => {
        // A list in it that is closed, or a file that is not chosen after all, is no wish to leave.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        leave()
      }}
      // A browser closes by itself at the second Escape.
      onClose={() => dialog.current?.open === false && onClose()}
    >
      <div className={styles.dialogHead}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} aria-label={t('close')} onClick={leave}>
          <IconX size={20} aria-hidden="true" />
        </button>
      </div>
      {leaving && <Leaving onStay={() => setLeaving(false)} onLeave={onClose} />}
      {children}
    </dialog>
  )
}

function Leaving({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation('ui')
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    stay.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div className={styles.leaving} role="alert">
      <p>{t('leaving.words')}</p>
      <Button ref={stay} size="compact-md" variant="default" onClick={onStay}>
        {t('leaving.stay')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={onLeave}>
        {t('leaving.lose')}
      </Button>
    </div>
  )
}
