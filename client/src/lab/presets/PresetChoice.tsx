import type { Model } from '@mortar/simulation'
import { useId } from 'react'
import { useWords } from '#app/words.ts'
import { useModelWords } from '../words.ts'
import { presetSearch, presetsOf } from './presets.ts'
import styles from './presets.module.css'

interface PresetChoiceProps {
  model: Model
  study: string | undefined
  onChoose: (search: Record<string, string | undefined>) => void
}

/** A published figure or table to begin from: it sets the settings and lays its numbers beside ours. */
export function PresetChoice({ model, study, onChoose }: PresetChoiceProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const id = useId()
  const presets = presetsOf(model)
  if (presets.length === 0) return null
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t('preset.choose')}</label>
      <select
        id={id}
        value={presets.some(({ name }) => name === study) ? study : ''}
        onChange={({ currentTarget }) =>
          onChoose(
            presetSearch(
              model,
              presets.find(({ name }) => name === currentTarget.value),
            ),
          )
        }
      >
        <option value="">{t('preset.none')}</option>
        {presets.map(({ name }) => (
          <option key={name} value={name}>
            {words.study(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
