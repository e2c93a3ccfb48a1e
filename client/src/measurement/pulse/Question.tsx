import { useWords } from '#app/words.ts'
import styles from './pulse.module.css'

interface QuestionProps {
  name: string
  words: string
  value: number | undefined
  onChange: (step: number) => void
}

const steps = [1, 2, 3, 4, 5, 6, 7]

/** One statement and seven steps, as radio buttons: arrows move, each is large enough for a thumb. */
export function Question({ name, words, value, onChange }: QuestionProps) {
  const t = useWords('measurement')
  const said = (step: number) =>
    step === 1 ? t('pulse.step1') : step === 4 ? t('pulse.step4') : step === 7 ? t('pulse.step7') : undefined
  return (
    <fieldset className={styles.question}>
      <legend data-no-words>{words}</legend>
      <div className={styles.steps}>
        {steps.map((step) => (
          <label key={step} className={styles.step}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
              aria-label={said(step) ? `${step}, ${said(step)}` : String(step)}
            />
            <span aria-hidden="true">{step}</span>
          </label>
        ))}
      </div>
      <p className={styles.ends} aria-hidden="true">
        <span>{t('pulse.step1')}</span>
        <span>{t('pulse.step4')}</span>
        <span>{t('pulse.step7')}</span>
      </p>
    </fieldset>
  )
}
