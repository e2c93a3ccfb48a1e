import type { Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import type { Asked } from '../plan/address.ts'
import { useModelWords } from '../words.ts'
import { usualMeasures } from './measures.ts'
import styles from './model.module.css'
import { WholeNumber } from './WholeNumber.tsx'

interface SurenessProps {
  model: Model
  asked: Asked
  wrong: string | undefined
  onChange: (text: string | undefined) => void
}

const USUAL = 0.01

/** Runs go on until one mean is known well enough, instead of a number of them. */
export function Sureness({ model, asked, wrong, onChange }: SurenessProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const on = asked.sure !== undefined || wrong !== undefined
  const measure = asked.sure?.measure ?? usualMeasures(model)[0]!
  const width = String(asked.sure?.halfWidth ?? USUAL)
  return (
    <div className={styles.sure}>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? `${measure}:${USUAL}` : undefined)}
        />
        {t('run.sure')}
      </label>
      {on && (
        <>
          <select
            aria-label={t('run.sureMeasure')}
            value={measure}
            onChange={({ currentTarget }) => onChange(`${currentTarget.value}:${width}`)}
          >
            {model.measures.map(({ name }) => (
              <option key={name} value={name}>
                {words.measure(model.name, name)}
              </option>
            ))}
          </select>
          <WholeNumber
            label={t('run.sureWidth')}
            value={width}
            usual=""
            wrong={wrong}
            onChange={(text) => onChange(`${measure}:${text ?? ''}`)}
          />
        </>
      )}
    </div>
  )
}
