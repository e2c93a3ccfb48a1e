import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EvidenceDots, Go, Mark } from '#ui/index.ts'
import type { Line } from '../api.ts'
import styles from '../practice.module.css'

/** Practices as lines: what each answers first, then what is known about it. */
export function Lines({ items, withCommunity }: { items: readonly Line[]; withCommunity?: boolean }) {
  const t = useWords('practice')
  const when = useWhen()
  return (
    <ul className={styles.lines}>
      {items.map((line) => (
        <li key={line.id} className={styles.line}>
          <h2 className={styles.name}>
            <Go to={paths.practice(line.id)}>{line.title}</Go>
          </h2>
          {line.variantContext && <p className={styles.soft}>{t('list.for', { what: line.variantContext })}</p>}
          {line.problem && <p className={styles.problem}>{line.problem}</p>}
          <p className={styles.facts}>
            {withCommunity && line.community && (
              <CommunityTag {...line.community} to={paths.community(line.community.slug)} />
            )}
            <span>{t(`kind.${line.kind}`)}</span>
            {line.state !== 'current' && <span>{t(`state.${line.state}`)}</span>}
            <EvidenceDots {...line.evidence} />
            {line.validatedAt && <Mark kind="worked">{t('trust.validated')}</Mark>}
            {line.overdue ? (
              <Mark kind="partly">{t('reviewWas', { day: when.day(line.reviewAt!) })}</Mark>
            ) : (
              line.verifiedAt && <span>{t('verifiedOn', { day: when.day(line.verifiedAt) })}</span>
            )}
            {line.units > 0 && <span>{t('list.units', { count: line.units })}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
