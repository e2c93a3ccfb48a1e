import { useWords } from '#app/words.ts'
import styles from './community.module.css'
import { colours } from './stages.ts'

/** One of eight colours; a community keeps it everywhere. */
export function ColourChoice({ value, onChange }: { value: number; onChange: (colour: number) => void }) {
  const t = useWords('community')
  return (
    <fieldset className={styles.colours}>
      <legend>{t('field.colour')}</legend>
      {colours.map((colour) => (
        <label key={colour} className={styles.colour} data-colour={colour}>
          <input type="radio" name="colour" checked={value === colour} onChange={() => onChange(colour)} />
          <span className="unseen">{t('field.colourName', { number: colour })}</span>
        </label>
      ))}
    </fieldset>
  )
}
