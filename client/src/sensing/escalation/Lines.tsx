import type { EscalationLine } from '@mortar/contract/sensing-escalations'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, UnitTag } from '#ui/index.ts'
import styles from '../sensing.module.css'
import { StateMark } from './state.tsx'

export function Lines({ items }: { items: readonly EscalationLine[] }) {
  const t = useWords('sensing')
  const when = useWhen()
  return (
    <ul className={styles.lines}>
      {items.map((one) => (
        <li key={one.id} className={styles.line}>
          <p className={styles.name}>
            <Go to={paths.escalation(one.id)}>{one.title}</Go>
          </p>
          <p className={styles.facts}>
            <CommunityTag {...one.community} />
            <StateMark {...one} />
          </p>
          <p className={styles.facts}>
            <span>
              {one.manager
                ? t('escalation.withWhom', { name: one.delegate?.name ?? one.manager.name })
                : t('escalation.withNobody')}
            </span>
            <UnitTag name={one.unit.name} />
            <span>{t('escalation.sentOn', { day: when.day(one.sentAt) })}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
