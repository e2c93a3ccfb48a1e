import { type ReactNode, useId } from 'react'
import styles from '../inquiry.module.css'

interface ChooseProps<V extends string> {
  label: string
  choices: readonly { value: V; word: ReactNode }[]
  value: V | null
  onChoose: (value: V) => void
}

/** One of a few, all in sight: they break into lines where the page is narrow. */
export function Choose<V extends string>({ label, choices, value, onChoose }: ChooseProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.choose}>
      <legend className="unseen">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
          {choice.word}
        </label>
      ))}
    </fieldset>
  )
}
