import { useId } from 'react'
import { useWords } from '#app/words.ts'
import { originOf } from '../model/origin.ts'
import { useModelWords } from '../words.ts'
import { Explained } from './Explained.tsx'
import type { SettingProps } from './setting-props.ts'
import styles from './settings.module.css'

/** One of a closed list of words, or yes and no. */
export function ChoiceSetting({ model, field, text, wrong, onChange }: SettingProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const id = useId()
  const usual = field.kind === 'flag' ? (field.default ? 'yes' : 'no') : String(field.default)
  const published = originOf[model.name] === 'published' && field.source !== undefined
  const said = (choice: string) =>
    field.kind === 'flag' ? t(`settings.${choice as 'yes' | 'no'}`) : words.choice(model.name, field.name, choice)
  return (
    <div className={styles.setting} data-wrong={wrong ? '' : undefined}>
      <div className={styles.head}>
        <label htmlFor={id}>{words.setting(model.name, field.name)}</label>
      </div>
      <select
        id={id}
        className={styles.select}
        value={text ?? usual}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={`${id}-about${wrong ? ` ${id}-wrong` : ''}`}
        onChange={({ currentTarget }) => onChange(currentTarget.value === usual ? undefined : currentTarget.value)}
      >
        {(field.kind === 'flag' ? ['yes', 'no'] : (field.choices ?? [])).map((choice) => (
          <option key={choice} value={choice}>
            {choice === usual
              ? t(`settings.${published ? 'usualChoice' : 'usualHere'}`, { choice: said(choice) })
              : said(choice)}
          </option>
        ))}
      </select>
      <Explained model={model} field={field} id={id} wrong={wrong} />
    </div>
  )
}
