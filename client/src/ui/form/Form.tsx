import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../page/Refusal.tsx'
import styles from './form.module.css'

/** An error that may name fields: what `ApiRefusal` is. */
export type FieldError = Error & { fields?: Readonly<Record<string, string>> }

interface FormProps {
  onSubmit: () => void
  error?: FieldError | null | undefined
  /** Submit button and its neighbours. */
  actions: ReactNode
  children: ReactNode
}

/** A form that keeps what was typed, says what was refused, and leads to the first field that needs a look. */
export function Form({ onSubmit, error, actions, children }: FormProps) {
  const { t } = useTranslation('ui')
  const form = useRef<HTMLFormElement>(null)
  const marked = error?.fields && Object.keys(error.fields).length > 0
  useEffect(() => {
    if (error)
      form.current?.querySelector<HTMLElement>(':is(input, textarea, select, button)[aria-invalid="true"]')?.focus()
  }, [error])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {children}
      <Refusal error={error}>{marked && <div>{t('form.problems')}</div>}</Refusal>
      <div className={styles.actions}>{actions}</div>
    </form>
  )
}

/** The message of one field, for the `error` of an input: `<TextInput error={fieldError(error, 'title')} />`. */
export function fieldError(error: FieldError | null | undefined, field: string): string | undefined {
  return error?.fields?.[field] ?? error?.fields?.[`body.${field}`]
}
