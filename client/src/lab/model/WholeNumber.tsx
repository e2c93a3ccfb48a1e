import { useEffect, useId, useState } from 'react'
import styles from './model.module.css'

interface WholeNumberProps {
  label: string
  value: string
  usual: string
  wrong: string | undefined
  disabled?: boolean
  onChange: (text: string | undefined) => void
}

/** A number of the run bar; it counts once the field is left, or with Enter. */
export function WholeNumber({ label, value, usual, wrong, disabled = false, onChange }: WholeNumberProps) {
  const id = useId()
  const [held, hold] = useState<string>()
  useEffect(() => hold(undefined), [value])
  const commit = () => held !== undefined && onChange(held === usual ? undefined : held)
  return (
    <span className={styles.number}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        value={held ?? value}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={({ currentTarget }) => hold(currentTarget.value)}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
      {wrong && (
        <span id={`${id}-wrong`} role="alert" className={styles.wrong}>
          {wrong}
        </span>
      )}
    </span>
  )
}
