import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type MarkKind, ShapePath } from './Mark.tsx'
import styles from './axis.module.css'
import { layOut } from './axis.ts'

export interface AxisPoint {
  id: string
  at: string
  kind: MarkKind
  /** Read aloud and shown on hover: "worked, 12 Oct 2026, Ward 3". */
  label: string
}

interface TimeAxisProps {
  points: readonly AxisPoint[]
  /** Words under the axis: a moment in time as the reader writes it. */
  format: (moment: Date) => string
  onSelect?: (id: string) => void
  selected?: string | undefined
}

const width = 640
const step = 16

/** Points on a line of time; what happened on one day stands on top of one another. */
export function TimeAxis({ points, format, onSelect, selected }: TimeAxisProps) {
  const { t } = useTranslation('ui')
  const title = useId()
  const { placed, ticks, rows } = layOut(points, width, step)
  const height = rows * step + 34
  return (
    <svg className={styles.axis} viewBox={`0 0 ${width} ${height}`} role="group" aria-labelledby={title}>
      <title id={title}>{t('axis.label', { count: points.length })}</title>
      <line x1="0" x2={width} y1={height - 26} y2={height - 26} className={styles.line} />
      {ticks.map(({ x, moment }) => (
        <text key={x} x={x} y={height - 8} textAnchor={anchorAt(x)} className={styles.tick}>
          {format(moment)}
        </text>
      ))}
      {placed.map(({ point, x, row }) => (
        <g
          key={point.id}
          transform={`translate(${x - 7} ${height - 42 - row * step}) scale(1.17)`}
          className={styles.point}
          data-kind={point.kind}
          data-selected={point.id === selected || undefined}
          {...(onSelect
            ? pressable(point.label, () => onSelect(point.id))
            : { role: 'img', 'aria-label': point.label })}
        >
          <title>{point.label}</title>
          <rect x="-1" y="-1" width="14" height="14" fill="transparent" />
          <ShapePath kind={point.kind} />
        </g>
      ))}
    </svg>
  )
}

const anchorAt = (x: number) => (x < 40 ? 'start' : x > width - 40 ? 'end' : 'middle')

const pressable = (label: string, press: () => void) => ({
  role: 'button',
  tabIndex: 0,
  'aria-label': label,
  onClick: press,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    press()
  },
})
