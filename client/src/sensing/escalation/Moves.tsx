import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import styles from '../sensing.module.css'
import type { Escalation } from '../types.ts'

type Move = Escalation['moves'][number]

/** Every step with who took it, when, and the reason. */
export function Moves({ moves }: { moves: readonly Move[] }) {
  const when = useWhen()
  const say = useSentence()
  return (
    <ol className={styles.moves}>
      {moves.map((move) => (
        <li key={move.id} data-weighty={move.act === 'decide' || undefined}>
          <p>{say(move)}</p>
          {move.reason && <p className={styles.said}>{move.reason}</p>}
          <time className={styles.soft} dateTime={move.at}>
            {when.time(move.at)}
          </time>
        </li>
      ))}
    </ol>
  )
}

function useSentence() {
  const t = useWords('sensing')
  const when = useWhen()
  return ({ act, answer, because, by, from, to, unit, dueOn }: Move): string => {
    const words = {
      name: by?.name ?? t('somebody'),
      from: from?.name ?? t('somebody'),
      to: to?.name ?? t('somebody'),
      unit: unit?.name ?? '',
      day: dueOn ? when.day(dueOn) : '',
    }
    if (act === 'decide') return t(`move.decide_${answer ?? 'yes'}`, words)
    if (act === 'hand_on' || act === 'lose_manager') return t(`move.${act}_${because ?? 'left'}`, words)
    if (act === 'take_back' && because) return t('move.take_back_left', words)
    return t(`move.${act}`, words)
  }
}
