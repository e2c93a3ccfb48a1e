import type { Answer } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import styles from './account.module.css'

export type Choice = Answer<'GET /organization/beginning'>['may']['choose'][number]

interface ChoiceFieldProps {
  choices: Choice[]
  value: Choice
  onChange: (choice: Choice) => void
}

/** The ways to begin, each with what it brings. */
export function ChoiceField({ choices, value, onChange }: ChoiceFieldProps) {
  const t = useWords('account')
  return (
    <fieldset className={styles.choices}>
      <legend className="unseen">{t('start.title')}</legend>
      {choices.map((one) => (
        <label key={one} className={styles.choice}>
          <input type="radio" name="choice" checked={value === one} onChange={() => onChange(one)} />
          <span className={styles.choiceTitle}>{t(`start.${one}.title`)}</span>
          <span className={styles.choiceText}>{t(`start.${one}.text`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
