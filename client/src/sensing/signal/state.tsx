import type { SignalLine } from '@mortar/contract/sensing-signals'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Mark, type MarkKind } from '#ui/index.ts'

const kinds: Record<SignalLine['outcome'], MarkKind> = {
  new: 'note',
  inquiry: 'worked',
  escalation: 'worked',
  watch: 'partly',
  nothing: 'quiet',
}

/** What was made of it; a signal of the organization is made nothing of before a community takes it up. */
export function OutcomeMark({ outcome, watchUntil, watchOver, community }: SignalLine) {
  const t = useWords('sensing')
  const when = useWhen()
  if (!community) return <Mark kind="quiet">{t('signal.ofAll')}</Mark>
  const word =
    outcome === 'watch'
      ? t(watchOver ? 'outcome.watchOver' : 'outcome.watchUntil', { day: when.day(watchUntil ?? '') })
      : t(`outcome.${outcome}`)
  return <Mark kind={watchOver ? 'failed' : kinds[outcome]}>{word}</Mark>
}
