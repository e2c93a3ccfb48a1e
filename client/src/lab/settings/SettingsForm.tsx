import type { Field, Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import type { Asked } from '../plan/address.ts'
import { arranged, askable } from '../plan/fields.ts'
import { ChoiceSetting } from './ChoiceSetting.tsx'
import { NumberSetting } from './NumberSetting.tsx'
import styles from './settings.module.css'

type Search = Readonly<Record<string, string | undefined>>

interface SettingsFormProps {
  model: Model
  asked: Asked
  search: Search
  onChange: (name: string, text: string | undefined) => void
}

/** Every setting of a model with its meaning; those that tell most come first. */
export function SettingsForm({ model, asked, search, onChange }: SettingsFormProps) {
  const t = useWords('lab')
  const reason = useReason(asked)
  const usual = Object.fromEntries(askable(model).map(({ name, default: value }) => [name, value]))
  const { first, others } = arranged(model, { ...usual, ...asked.settings })
  const setting = (field: Field) => {
    const Setting = field.kind === 'choice' || field.kind === 'flag' ? ChoiceSetting : NumberSetting
    return (
      <Setting
        key={field.name}
        model={model}
        field={field}
        text={search[field.name]}
        wrong={reason(field.name)}
        onChange={(text) => onChange(field.name, text)}
      />
    )
  }
  const changed = others.filter(({ name }) => search[name] !== undefined).length
  return (
    <form className={styles.settings} aria-label={t('settings.title')} onSubmit={(event) => event.preventDefault()}>
      {first.map(setting)}
      {others.length > 0 && (
        <details className={styles.others} open={others.some(({ name }) => asked.wrong[name]) || undefined}>
          <summary>{t('settings.others', { count: others.length, changed })}</summary>
          {others.map(setting)}
        </details>
      )}
    </form>
  )
}

/** The reason why a setting cannot be run with, in words. */
export function useReason({ wrong }: Asked): (name: string) => string | undefined {
  const t = useWords('lab')
  return (name) => {
    const found = wrong[name]
    if (!found) return undefined
    if (found.why === 'range') return t('wrong.range', { from: found.from!, to: found.to! })
    return t(`wrong.${found.why}`)
  }
}
