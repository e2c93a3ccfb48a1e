import { useTranslation } from 'react-i18next'
import { type MarkKind, Shape } from './Mark.tsx'
import styles from './marks.module.css'

export interface Evidence {
  worked: number
  partly: number
  failed: number
}

const most = 9

/** How applications went, at a glance, with the denominator in words. */
export function EvidenceDots({ worked, partly, failed }: Evidence) {
  const { t } = useTranslation('ui')
  const all = worked + partly + failed
  if (all === 0) return <span className={styles.evidence}>{t('evidence.none')}</span>
  return (
    <span className={styles.evidence} title={t('evidence.details', { worked, partly, failed })}>
      <span className={styles.dots} aria-hidden="true">
        {dotsOf({ worked, partly, failed }).map((kind, place) => (
          <Shape key={place} kind={kind} size={10} />
        ))}
      </span>
      {t('evidence.worked', { worked, all })}
    </span>
  )
}

/** One dot per application; beyond nine the dots keep the shares, and no outcome that occurred disappears. */
export function dotsOf(evidence: Evidence): MarkKind[] {
  const all = evidence.worked + evidence.partly + evidence.failed
  const scale = all > most ? most / all : 1
  return (['worked', 'partly', 'failed'] as const).flatMap((kind) =>
    Array.from({ length: evidence[kind] === 0 ? 0 : Math.max(1, Math.round(evidence[kind] * scale)) }, () => kind),
  )
}
