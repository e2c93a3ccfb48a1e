import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Mark } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { AssessmentLine } from '../types.ts'

export const AssessmentLines = ({ items, deep }: { items: AssessmentLine[]; deep?: boolean }) => (
  <ul className={styles.lines}>
    {items.map((line) => (
      <Line key={line.id} line={line} deep={deep ?? false} />
    ))}
  </ul>
)

function Line({ line, deep }: { line: AssessmentLine; deep: boolean }) {
  const Name = deep ? 'p' : 'h2'
  return (
    <li className={styles.line}>
      <Name className={styles.name}>
        <Go to={paths.assessment(line.id)}>{line.title}</Go>
      </Name>
      <AssessmentFacts line={line} />
    </li>
  )
}

/** How far it is, until when it can be answered, and how far I am. */
export function AssessmentFacts({ line }: { line: AssessmentLine }) {
  const t = useWords('learning')
  const when = useWhen()
  const { state, origin, closesOn, closedAt, questions, mine } = line
  return (
    <p className={styles.facts}>
      <Mark kind={state === 'open' ? 'partly' : state === 'closed' ? 'worked' : 'quiet'}>
        {t(origin === 'imported' ? 'assessment.imported' : `assessment.state_${state}`)}
      </Mark>
      <span>{t('assessment.questions', { count: questions })}</span>
      {state !== 'closed' && closesOn && <span>{t('assessment.until', { day: when.day(closesOn) })}</span>}
      {closedAt && origin === 'asked' && <span>{t('assessment.closedOn', { day: when.day(closedAt) })}</span>}
      {mine && origin === 'asked' && <span>{t(`assessment.mine_${mine}`)}</span>}
    </p>
  )
}
