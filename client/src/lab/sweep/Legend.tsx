import styles from './sweep.module.css'
import { useRamp } from './use-ramp.ts'

const STEPS = 24

/** From the lowest mean to the highest. */
export function Legend({ least, most }: { least: string; most: string }) {
  const shade = useRamp()
  return (
    <div className={styles.legend} data-no-words>
      <span>{least}</span>
      <svg width={STEPS * 6} height={10} aria-hidden="true">
        {Array.from({ length: STEPS }, (_, at) => (
          <rect key={at} x={at * 6} width={6} height={10} fill={shade(at / (STEPS - 1)).fill} />
        ))}
      </svg>
      <span>{most}</span>
    </div>
  )
}
