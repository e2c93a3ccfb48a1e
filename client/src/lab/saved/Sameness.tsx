import type { Model } from '@mortar/simulation'
import type { Result } from '@mortar/contract/lab'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Mark } from '#ui/index.ts'
import { told } from '../numbers.ts'
import { resultOf } from '../plan/plan.ts'
import type { Growing } from '../run/growing.ts'
import { useModelWords } from '../words.ts'
import type { Saved } from './saved.ts'
import styles from './saved.module.css'
import { verdictOf } from './verdict.ts'

interface SamenessProps {
  model: Model
  experiment: Saved
  growing: Growing
  /** Waits to be asked before it is replayed. */
  waits: boolean
}

const marks = {
  none: 'note',
  kept: 'quiet',
  waiting: 'quiet',
  same: 'worked',
  version: 'partly',
  other: 'failed',
} as const

/** Whether a saved experiment gives the numbers it was saved with, to the last bit. */
export function Sameness({ model, experiment, growing, waits }: SamenessProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const now = useMemo(() => growing.results && resultOf(model, growing.results), [model, growing.results])
  useKept(experiment, now)
  const kept = experiment.result
  const { state } = growing
  const still = (waits && state === 'resting') || state === 'cancelled'
  const verdict = verdictOf(kept, now, model.version, still)
  const moved = verdict === 'other' || verdict === 'version' ? movedIn(kept!, now!) : []
  return (
    <div className={styles.sameness} role="status">
      <Mark kind={marks[verdict]}>
        {t(`saved.verdict.${verdict}`, { before: kept?.version ?? 0, now: model.version })}
      </Mark>
      {moved.length > 0 && (
        <ul>
          {moved.map(({ measure, before, after }) => (
            <li key={measure}>
              {t('saved.moved', {
                measure: words.measure(model.name, measure),
                before: told(before, 'score'),
                after: told(after, 'score'),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Means of the first cell that are other than they were. */
function movedIn(kept: Result, now: Result) {
  return kept.measures.flatMap((measure, at) => {
    const place = now.measures.indexOf(measure)
    const [before, after] = [kept.cells[0]?.means[at], now.cells[0]?.means[place]]
    return before == null || after == null || before === after ? [] : [{ measure, before, after }]
  })
}

/** Where no numbers were kept yet, those of the first whole replay are. */
function useKept({ id, result, may }: Saved, now: Result | undefined) {
  const client = useQueryClient()
  const missing = result === null && may.change ? now : undefined
  useEffect(() => {
    if (!missing) return
    void api('PUT /experiments/{experiment}/result', { params: { experiment: id }, body: missing }).then(
      () => refresh(client, 'GET /experiments/{experiment}'),
      // It is kept with the next replay.
      () => undefined,
    )
  }, [id, missing?.digest])
}
