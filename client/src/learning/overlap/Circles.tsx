import { useId } from 'react'
import { useWords } from '#app/words.ts'
import { useFormats } from '../plan/formats.ts'
import styles from './overlap.module.css'
import type { Overlap } from './types.ts'

const width = 560
const height = 320
const edge = 24

/** Two or three circles, as large as their people are many. Small regions are told in the table; here only areas speak. */
export function Circles({ overlap }: { overlap: Overlap }) {
  const t = useWords('learning')
  const { share } = useFormats()
  const id = useId()
  const { circles, sets, error } = overlap
  if (!circles) return <p className={styles.soft}>{t('overlap.noPicture')}</p>
  const [left, right] = [
    Math.min(...circles.map(({ x, radius }) => x - radius)),
    Math.max(...circles.map(({ x, radius }) => x + radius)),
  ]
  const [top, bottom] = [
    Math.min(...circles.map(({ y, radius }) => y - radius)),
    Math.max(...circles.map(({ y, radius }) => y + radius)),
  ]
  const scale = Math.min((width - 2 * edge) / (right - left || 1), (height - 2 * edge) / (bottom - top || 1))
  const at = (x: number, y: number) => [
    width / 2 + (x - (left + right) / 2) * scale,
    height / 2 + (y - (top + bottom) / 2) * scale,
  ]
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('overlap.circles')}>
        {circles.map(({ x, y, radius }, n) => {
          const [cx, cy] = at(x, y)
          return (
            <circle
              key={sets[n]!.key}
              className={styles.circle}
              data-colour={sets[n]!.community?.colour ?? 0}
              data-kind={sets[n]!.kind}
              cx={cx}
              cy={cy}
              r={radius * scale}
            />
          )
        })}
        <g data-no-words="">
          {circles.map(({ x, y, radius }, n) => {
            const [cx, cy] = at(x, y)
            const middle = circles.reduce((sum, circle) => sum + circle.x, 0) / circles.length
            const aside = x === middle ? 0 : (Math.sign(x - middle) * radius * scale) / 2
            return (
              <text key={sets[n]!.key} x={cx! + aside} y={cy} textAnchor="middle" className={styles.label}>
                {n + 1}
              </text>
            )
          })}
        </g>
      </svg>
      <figcaption id={id} className={styles.soft}>
        <ol className={styles.legend}>
          {sets.map(({ key, name, people }) => (
            <li key={key}>{t('overlap.set', { name, people })}</li>
          ))}
        </ol>
        {t(error === null ? 'overlap.exact' : 'overlap.error', { error: share(error) })}
      </figcaption>
    </figure>
  )
}
