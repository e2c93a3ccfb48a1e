import { type CSSProperties, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '#app/words.ts'
import { originOf } from '../model/origin.ts'
import { trackOf } from '../plan/fields.ts'
import { useModelWords } from '../words.ts'
import { Explained } from './Explained.tsx'
import type { SettingProps } from './setting-props.ts'
import styles from './settings.module.css'

/** A number to slide or to type, with the published value marked on its track. */
export function NumberSetting({ model, field, text, wrong, onChange }: SettingProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const id = useId()
  const [held, hold] = useState<string>()
  useEffect(() => hold(undefined), [text])
  const usual = Number(field.default)
  const shown = held ?? text ?? String(usual)
  const value = Number.isFinite(Number(shown)) ? Number(shown) : usual
  const track = trackOf(field, value)
  const commit = (said: string) => onChange(Number(said) === usual && said.trim() !== '' ? undefined : said)
  const slider = useReleased(() => held !== undefined && commit(held))
  const name = words.setting(model.name, field.name)
  const published = originOf[model.name] === 'published' && field.source !== undefined
  const place = (usual - track.from) / (track.to - track.from)
  return (
    <div className={styles.setting} data-wrong={wrong ? '' : undefined}>
      <div className={styles.head}>
        <label htmlFor={id}>{name}</label>
        <span className={styles.typed}>
          <input
            id={id}
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={`${id}-about${wrong ? ` ${id}-wrong` : ''}`}
            onChange={({ currentTarget }) => hold(currentTarget.value.replace(',', '.'))}
            onBlur={() => held !== undefined && commit(held)}
            onKeyDown={({ key }) => key === 'Enter' && held !== undefined && commit(held)}
          />
          {field.unit && <span className={styles.unit}>{words.unit(field.unit, value)}</span>}
        </span>
      </div>
      <div className={styles.track} style={{ '--place': place } as CSSProperties}>
        <input
          ref={slider}
          type="range"
          aria-label={t('settings.slider', { name })}
          aria-describedby={`${id}-about`}
          min={track.from}
          max={track.to}
          step={track.step}
          value={value}
          onChange={({ currentTarget }) => hold(currentTarget.value)}
        />
        <span className={styles.ends} aria-hidden="true">
          <span>{place > 0.06 && track.from}</span>
          <span>{place < 0.94 && track.to}</span>
        </span>
        <button
          type="button"
          className={styles.usual}
          onClick={() => onChange(undefined)}
          disabled={text === undefined}
          title={t(published ? 'settings.published' : 'settings.usual', { value: usual })}
          aria-label={t('settings.back', { name, value: usual })}
        >
          <span aria-hidden="true">▲</span>
        </button>
      </div>
      <Explained model={model} field={field} id={id} wrong={wrong} />
    </div>
  )
}

/** Calls when a slider comes to rest: at the end of a drag, or after a key. */
function useReleased(released: () => void) {
  const slider = useRef<HTMLInputElement>(null)
  const latest = useRef(released)
  latest.current = released
  useEffect(() => {
    const input = slider.current!
    // React's own change event comes with every step of a drag.
    const hear = () => latest.current()
    input.addEventListener('change', hear)
    return () => input.removeEventListener('change', hear)
  }, [])
  return slider
}
