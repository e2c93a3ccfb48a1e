import type { Field, Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { useModelWords } from '../words.ts'
import styles from './settings.module.css'

interface ExplainedProps {
  model: Model
  field: Field
  id: string
  wrong: string | undefined
}

/** What a setting means, what it does to the result, where it comes from, and why its value cannot be run with. */
export function Explained({ model, field, id, wrong }: ExplainedProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const slides = field.kind === 'number' || field.kind === 'integer'
  const does = slides && words.does(model.name, field.name)
  return (
    <>
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      <p id={`${id}-about`} className={styles.means}>
        {words.means(model.name, field.name)}
      </p>
      {(does || field.source) && (
        <details className={styles.does}>
          <summary>{t('settings.does')}</summary>
          {does && <p>{does}</p>}
          {field.source && (
            <p>
              {t('settings.from')} <span data-no-words>{field.source}</span>
            </p>
          )}
        </details>
      )}
    </>
  )
}
