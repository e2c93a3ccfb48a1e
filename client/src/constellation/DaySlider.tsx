import { useState } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'

interface DaySliderProps {
  since: string
  at: string
  /** Called with nothing for today. */
  onDay: (day: string | undefined) => void
}

const oneDay = 86_400_000
const dayAfter = (since: string, days: number) => new Date(Date.parse(since) + days * oneDay).toISOString().slice(0, 10)
const daysBetween = (since: string, day: string) =>
  Math.max(0, Math.round((Date.parse(day) - Date.parse(since)) / oneDay))

/** Drags the picture through time, a week at a step. */
export function DaySlider({ since, at, onDay }: DaySliderProps) {
  const t = useWords('constellation')
  const when = useWhen()
  const today = new Date().toISOString().slice(0, 10)
  const last = daysBetween(since, today)
  const [held, hold] = useState<number>()
  if (last < 7) return null
  const value = held ?? daysBetween(since, at)
  const day = value >= last ? undefined : dayAfter(since, value)
  const shown = day ? when.day(day) : t('today')
  return (
    <label className={styles.day}>
      <span>{t('time')}</span>
      <input
        type="range"
        min={0}
        max={last}
        step={7}
        value={value}
        aria-valuetext={shown}
        onChange={({ currentTarget }) => {
          // The last step may fall short of today by some days.
          const wanted = Number(currentTarget.value) + 7 > last ? last : Number(currentTarget.value)
          hold(wanted)
          onDay(wanted >= last ? undefined : dayAfter(since, wanted))
        }}
      />
      <output>{shown}</output>
    </label>
  )
}
