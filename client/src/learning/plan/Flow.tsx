import { useWords } from '#app/words.ts'
import { type Draft, keyOf } from './draft.ts'
import { flowSize, layFlow, mostDrawn } from './flow.ts'
import styles from './plan.module.css'
import type { Line } from './types.ts'

interface FlowProps {
  month: string
  lines: readonly Line[]
  draft: Draft
  onToggle: (key: string) => void
}

const short = (name: string) => (name.length > 40 ? `${name.slice(0, 39)}…` : name)

/** One month of a plan as a flow: which item goes to which community. A band put off is dashed; a click puts it on again. */
export function Flow({ month, lines, draft, onToggle }: FlowProps) {
  const t = useWords('learning')
  const { items, places, bands, height } = layFlow(lines)
  return (
    <figure className={styles.flow} tabIndex={0} aria-label={t('plans.flowOf', { month })}>
      <svg viewBox={`0 0 ${flowSize.width} ${height}`} role="img" aria-label={t('plans.flowOf', { month })}>
        <g data-no-words="">
          {bands.map(({ key, line, path, width }) => (
            <path
              key={key}
              d={path}
              className={styles.band}
              data-colour={line.community?.colour ?? 0}
              data-added={draft.added.some(({ send }) => keyOf(send) === key) || undefined}
              data-off={draft.off.has(keyOf(line.send)) || undefined}
              strokeWidth={width}
              onClick={() => onToggle(key)}
            />
          ))}
          {items.map(({ id, name, y }) => (
            <text key={id} x={flowSize.left - 8} y={y + 4} textAnchor="end" className={styles.node}>
              {short(name ?? t('plans.gone'))}
            </text>
          ))}
          {places.map(({ id, name, y }) => (
            <text key={id} x={flowSize.right + 8} y={y + 4} className={styles.node}>
              {short(id === '' ? t('plans.several') : (name ?? t('plans.gone')))}
            </text>
          ))}
        </g>
      </svg>
      {lines.length > mostDrawn && (
        <figcaption className={styles.soft}>{t('plans.drawn', { drawn: mostDrawn, of: lines.length })}</figcaption>
      )}
    </figure>
  )
}
