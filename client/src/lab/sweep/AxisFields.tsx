import type { Model } from '@mortar/simulation'
import { useEffect, useId, useState } from 'react'
import { useWords } from '#app/words.ts'
import { askable } from '../plan/fields.ts'
import { useModelWords } from '../words.ts'
import { type Axis, type AxisName, usualRange } from './plan.ts'
import styles from './sweep.module.css'

interface AxisFieldsProps {
  model: Model
  name: AxisName
  axis: Axis | undefined
  /** The setting of the other axis, which cannot be swept twice. */
  other: string | undefined
  onChange: (said: string) => void
}

const ends = ['from', 'to', 'step'] as const

/** Which setting is swept, from where to where in which steps; the reason stands beside what cannot be. */
export function AxisFields({ model, name, axis, other, onChange }: AxisFieldsProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const id = useId()
  const fields = askable(model).filter((field) => field.name !== other)
  const wrong = axis?.wrong && `${id}-wrong`
  const choose = (chosen: string) => {
    const field = fields.find((each) => each.name === chosen)
    onChange(field ? usualRange(field) : 'none')
  }
  const put = (place: number, text: string) => {
    const parts = [...axis!.text!]
    parts[place] = text
    onChange(`${axis!.field.name}:${parts.join(':')}`)
  }
  return (
    <fieldset className={styles.axis}>
      <legend>{t(`sweep.${name}`)}</legend>
      <label className="unseen" htmlFor={id}>
        {t(`sweep.${name}`)}
      </label>
      <select id={id} value={axis?.field.name ?? 'none'} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {name === 'y' && <option value="none">{t('sweep.alone')}</option>}
        {fields.map((field) => (
          <option key={field.name} value={field.name}>
            {words.setting(model.name, field.name)}
          </option>
        ))}
      </select>
      {axis?.text && (
        <div className={styles.range}>
          {ends.map((end, place) => (
            <Typed
              key={end}
              label={t(`sweep.${end}`)}
              value={axis.text![place]!}
              wrong={wrong}
              onChange={(text) => put(place, text)}
            />
          ))}
        </div>
      )}
      {axis && !axis.wrong && (
        <p className={styles.soft}>
          {axis.text
            ? t('sweep.values', { count: axis.values.length })
            : axis.values
                .map((value) =>
                  typeof value === 'string'
                    ? words.choiceShort(model.name, axis.field.name, value)
                    : t(value ? 'settings.yes' : 'settings.no'),
                )
                .join(', ')}
        </p>
      )}
      {axis?.wrong && (
        <p id={wrong} className={styles.wrong} role="alert">
          {t(`sweep.wrong.${axis.wrong.why}`, {
            from: axis.wrong.from ?? 0,
            to: axis.wrong.to ?? 0,
            count: axis.wrong.count ?? 0,
          })}
        </p>
      )}
    </fieldset>
  )
}

interface TypedProps {
  label: string
  value: string
  wrong: string | undefined
  onChange: (text: string) => void
}

/** Counts once the field is left, or with Enter. */
function Typed({ label, value, wrong, onChange }: TypedProps) {
  const id = useId()
  const [held, hold] = useState<string>()
  useEffect(() => hold(undefined), [value])
  const commit = () => held !== undefined && held !== value && onChange(held)
  return (
    <span className={styles.typed}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={held ?? value}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong}
        onChange={({ currentTarget }) => hold(currentTarget.value.replace(',', '.'))}
        onBlur={commit}
        onKeyDown={({ key }) => key === 'Enter' && commit()}
      />
    </span>
  )
}
