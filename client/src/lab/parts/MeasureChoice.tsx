import type { Model } from '@mortar/simulation'
import { type ReactNode, useId } from 'react'
import { useWords } from '#app/words.ts'
import { useModelWords } from '../words.ts'
import styles from './parts.module.css'

interface MeasureChoiceProps {
  model: Model
  measure: string
  onChange: (measure: string) => void
  /** What stands below the choice. */
  children?: ReactNode
}

/** Which of a model's measures is shown. */
export function MeasureChoice({ model, measure, onChange, children }: MeasureChoiceProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const id = useId()
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{t('sweep.measure')}</label>
      <select id={id} value={measure} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {model.measures.map(({ name }) => (
          <option key={name} value={name}>
            {words.measure(model.name, name)}
          </option>
        ))}
      </select>
      {children}
    </span>
  )
}
