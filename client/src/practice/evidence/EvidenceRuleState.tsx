import type { Practice } from '../api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Mark } from '#ui/index.ts'
import styles from '../practice.module.css'

type Workshop = NonNullable<Practice['workshop']>
const parts = ['applications', 'people', 'units', 'workedShare'] as const

/** How far the evidence has come toward what the community asks for. People decide. */
export function EvidenceRuleState({ evidence, rule }: Pick<Workshop, 'evidence' | 'rule'>) {
  const t = useWords('practice')
  const when = useWhen()
  const wanted = (part: (typeof parts)[number]) => (part === 'workedShare' ? when.percent(rule[part]) : rule[part])
  return (
    <div className={styles.rule}>
      <p>{t(evidence.proposes ? 'rule.proposes' : 'rule.notYet')}</p>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <Mark kind={evidence.enough[part] ? 'worked' : 'quiet'}>
              {t(`rule.${part}`, { wanted: wanted(part) })}
              <span className="unseen"> {t(evidence.enough[part] ? 'rule.reached' : 'rule.notReached')}</span>
            </Mark>
          </li>
        ))}
      </ul>
    </div>
  )
}
