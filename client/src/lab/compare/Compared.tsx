import type { Model } from '@mortar/simulation'
import { useEffect, useMemo } from 'react'
import { useWords } from '#app/words.ts'
import { usualMeasures } from '../model/measures.ts'
import { RunActs } from '../model/RunActs.tsx'
import { WholeNumber } from '../model/WholeNumber.tsx'
import { MeasureChoice } from '../parts/MeasureChoice.tsx'
import { usualRunsOf, usualSeed } from '../plan/address.ts'
import type { Growing } from '../run/growing.ts'
import { useExperiment } from '../run/use-experiment.ts'
import { SaveButton } from '../saved/SaveButton.tsx'
import { useReason } from '../settings/SettingsForm.tsx'
import { Take } from '../sweep/Take.tsx'
import { ComparedCurves } from './ComparedCurves.tsx'
import styles from './compare.module.css'
import { Differences } from './Differences.tsx'
import { type Comparison, differingIn } from './plan.ts'
import { useSideNames } from './use-side-names.ts'

type Search = Readonly<Record<string, string | undefined>>

interface ComparedProps {
  model: Model
  comparison: Comparison
  search: Search
  onChange: (change: Search, how?: { replace?: boolean }) => void
}

/** Both settings run side by side: two curves, and what the second changes, run by run. */
export function Compared({ model, comparison, search, onChange }: ComparedProps) {
  const t = useWords('lab')
  const [growing, experiment] = useExperiment()
  const reason = useReason(comparison.one)
  const { plan } = comparison
  const key = JSON.stringify(plan)
  const names = useSideNames(model, plan)
  const shown = model.measures.find(({ name }) => name === search['measure'])?.name ?? usualMeasures(model)[0]!
  const differs = plan !== undefined && differingIn(plan).length > 0
  const start = () => {
    if (plan) void experiment.start(model, plan)
  }
  useEffect(() => {
    if (!differs) return experiment.cancel()
    // Whoever turns a slider on by keys comes by many settings.
    const soon = setTimeout(start, 300)
    return () => clearTimeout(soon)
  }, [key, differs])
  const usualRuns = String(usualRunsOf(model))
  return (
    <div className={styles.compared}>
      <section className={styles.run} aria-label={t('run.title')}>
        <RunActs growing={growing} experiment={experiment} sound={differs} onStart={start}>
          <WholeNumber
            label={t('run.runs')}
            value={search['runs'] ?? usualRuns}
            usual={usualRuns}
            wrong={reason('runs')}
            onChange={(runs) => onChange({ runs })}
          />
          <WholeNumber
            label={t('run.seed')}
            value={search['seed'] ?? String(usualSeed)}
            usual={String(usualSeed)}
            wrong={reason('seed')}
            onChange={(seed) => onChange({ seed })}
          />
          {plan && differs && <SaveButton model={model} plan={plan} sound results={growing.results} view="compare" />}
          <Take model={model} plan={plan} growing={growing} view="compare" />
        </RunActs>
      </section>
      {!plan && <p className={styles.wrong}>{t('compare.unsound')}</p>}
      {plan && !differs && <p>{t('compare.same')}</p>}
      {plan && differs && (
        <>
          <MeasureChoice model={model} measure={shown} onChange={(measure) => onChange({ measure })} />
          <ComparedCurves model={model} growing={growing} measure={shown} names={names} />
          <Found model={model} growing={growing} shown={shown} names={names} />
        </>
      )}
    </div>
  )
}

interface FoundProps {
  model: Model
  growing: Growing
  shown: string
  names: readonly [string, string]
}

function Found({ model, growing, shown, names }: FoundProps) {
  const t = useWords('lab')
  const { results } = growing
  return useMemo(
    () =>
      results ? (
        <Differences model={model} results={results} shown={shown} names={names} />
      ) : (
        <p className={styles.soft}>{t('compare.waiting')}</p>
      ),
    [model, results, shown, names.join()],
  )
}
