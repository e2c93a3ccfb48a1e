import type { EscalationLine } from '@mortar/contract/sensing-escalations'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Mark, type MarkKind } from '#ui/index.ts'

type Standing = Pick<EscalationLine, 'state' | 'answer' | 'overdue' | 'dueOn'>

const kinds: Record<Standing['state'], MarkKind> = {
  sent: 'note',
  received: 'note',
  decided: 'partly',
  done: 'quiet',
  withdrawn: 'quiet',
}
const answered: Record<NonNullable<Standing['answer']>, MarkKind> = { yes: 'worked', no: 'failed', later: 'partly' }

/** Where it stands, in a word and a shape; and what is due. */
export function StateMark({ state, answer, overdue, dueOn }: Standing) {
  const t = useWords('sensing')
  const when = useWhen()
  const kind = state === 'decided' && answer ? answered[answer] : kinds[state]
  const word =
    state === 'decided' && answer
      ? t(`answer.${answer}`)
      : state === 'done' && answer
        ? t(`state.done_${answer === 'no' ? 'no' : 'yes'}`)
        : t(`state.${state}`)
  const waits = state === 'sent' || state === 'received' || (state === 'decided' && answer === 'later')
  return (
    <>
      <Mark kind={kind}>{word}</Mark>
      {waits && (
        <Mark kind={overdue ? 'failed' : 'quiet'}>
          {t(overdue ? 'escalation.overdue' : 'escalation.due', { day: when.day(dueOn) })}
        </Mark>
      )}
    </>
  )
}
