import type { SurveyLine } from '@mortar/contract/network-survey'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'

/** Where a survey stands, in words: "Open until 12 Oct 2026". */
export function useStateOf(): (survey: SurveyLine) => string {
  const t = useWords('survey')
  const when = useWhen()
  return ({ state, opensOn, closesOn, closedAt }) => {
    if (state === 'closed') return t('state.closed', { day: closedAt ? when.day(closedAt) : '' })
    if (state === 'open') return closesOn ? t('state.openUntil', { day: when.day(closesOn) }) : t('state.open')
    return opensOn ? t('state.planned', { day: when.day(opensOn) }) : t('state.draft')
  }
}
