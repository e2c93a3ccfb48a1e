import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Mark, type MarkKind, PersonChip } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Pair } from '../types.ts'
import { Answer } from './Answer.tsx'
import { Help } from './Help.tsx'
import { Words } from './Words.tsx'

/** A pair of mine with what can be done now. */
export function PairLine({ pair }: { pair: Pair }) {
  const t = useWords('learning')
  const { other, side, topics, may, state } = pair
  const isPair = state === 'agreed' || state === 'ended'
  return (
    <li className={`${styles.line} ${styles.roomy}`}>
      <h3 className={styles.name}>
        {other ? (
          <PersonChip name={other.name} note={other.unit} to={paths.person(other.id)} gone={other.gone} />
        ) : (
          t('pairs.gone')
        )}
      </h3>
      <p className={styles.facts}>
        <span>{t(isPair ? `pairs.sideNow.${side}` : `pairs.side.${side}`)}</span>
        {topics.map(({ id, name, community }) => (
          <span key={id} className={styles.topic}>
            {community && <CommunityTag {...community} />} {name}
          </span>
        ))}
      </p>
      <Standing pair={pair} />
      {may.answer && <Answer pair={pair} />}
      {state === 'agreed' && <Words pair={pair} />}
      {state === 'ended' && <Help pair={pair} />}
    </li>
  )
}

const marks: Record<Pair['state'], MarkKind> = { proposed: 'partly', agreed: 'worked', off: 'quiet', ended: 'quiet' }

/** How far it is. Of a no the other never reads here. */
function Standing({ pair: { state, answer, answerBy, endsOn, endedAt } }: { pair: Pair }) {
  const t = useWords('learning')
  const when = useWhen()
  const days = { until: when.day(answerBy), end: when.day(endedAt ?? endsOn) }
  const word = state === 'proposed' && answer ? (`said_${answer}` as const) : state
  return (
    <p className={styles.facts}>
      <Mark kind={marks[state]}>{t(`pairs.state.${state}`)}</Mark>
      <span>{t(`pairs.told.${word}`, days)}</span>
    </p>
  )
}
