import { IconChevronDown } from '@tabler/icons-react'
import { useWords } from '#app/words.ts'
import styles from './found.module.css'

interface ExplainedProps {
  label: string
  value?: string
  /** How it is computed, of what, over which days, and how sure it is: opened by click or by key. */
  formula: string
  of?: string | undefined
  window?: string | undefined
  uncertainty?: string | undefined
}

/** A number that opens its formula, denominator, window and uncertainty. */
export const Figure = (figure: ExplainedProps & { value: string }) => <Explained {...figure} />

/** The same for numbers that stand elsewhere, as in a table. */
export function Explained({ label, value, ...explained }: ExplainedProps) {
  const t = useWords('found')
  const parts = ['formula', 'of', 'window', 'uncertainty'] as const
  return (
    <details className={styles.figure}>
      <summary>
        <span>{label}</span>
        {value !== undefined && <strong>{value}</strong>}
        <IconChevronDown size={16} aria-hidden="true" />
      </summary>
      <dl>
        {parts.map(
          (part) =>
            explained[part] && (
              <div key={part}>
                <dt>{t(`figure.${part}`)}</dt>
                <dd>{explained[part]}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  )
}
