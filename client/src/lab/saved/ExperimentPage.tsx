import { type Experiment, type Model, models } from '@mortar/simulation'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { href } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Page } from '#ui/index.ts'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { About } from '../model/About.tsx'
import { usualMeasures } from '../model/measures.ts'
import styles from '../model/model.module.css'
import { Origin } from '../model/Origin.tsx'
import { RunActs } from '../model/RunActs.tsx'
import { Shown } from '../model/Shown.tsx'
import { experimentFrom } from '../plan/plan.ts'
import { WhatIf } from '../organization/WhatIf.tsx'
import { useExperiment } from '../run/use-experiment.ts'
import { ServerRun, watched } from '../server/ServerRun.tsx'
import { Acts } from './Acts.tsx'
import { keptGrowing } from './kept.ts'
import { LongHere } from './LongHere.tsx'
import { ReplayOfCells } from './ReplayOfCells.tsx'
import { Sameness } from './Sameness.tsx'
import type { Saved } from './saved.ts'
import { SetTo } from './SetTo.tsx'
import { useReplay } from './use-replay.ts'

/** A saved experiment: what it was set to, replayed here, and whether the numbers are those it was saved with. */
export function ExperimentPage({ params }: { params: { experiment: string } }) {
  const t = useWords('lab')
  const when = useWhen()
  const { data: experiment } = useSuspenseQuery(watched(params.experiment))
  const model = models.find(({ name }) => name === experiment.model)
  const { by, changedAt, note, seen } = experiment
  const { view, interventions } = experiment.plan
  const told = [by && t('saved.by', { name: by.name }), when.time(changedAt), t(`saved.seen.${seen}`)].filter(
    (part) => part,
  )
  const server = (
    <ServerRun experiment={experiment}>
      {experiment.may.rows && (
        <a href={href('GET /experiments/{experiment}/results.csv', { params })} download>
          {t('whatIf.runs')}
        </a>
      )}
    </ServerRun>
  )
  return (
    <Page
      title={experiment.name}
      above={<Origin model={experiment.model} />}
      lead={note || undefined}
      actions={<Acts experiment={experiment} />}
    >
      <p className={styles.soft}>{told.join(' · ')}</p>
      {!model && <p>{t('saved.noModel')}</p>}
      {model && (view === 'sweep' || view === 'compare') && (
        <ReplayOfCells key={experiment.id} model={model} experiment={experiment} view={view} server={server} />
      )}
      {model && view === 'curves' && (
        <Replay key={experiment.id} model={model} experiment={experiment} server={server} />
      )}
      {interventions && <WhatIf experiment={experiment} interventions={interventions} />}
    </Page>
  )
}

interface ReplayProps {
  model: Model
  experiment: Saved
  /** What the server makes of it, for runs that are long here. */
  server: ReactNode
}

function Replay({ model, experiment, server }: ReplayProps) {
  const t = useWords('lab')
  const plan = useMemo<Experiment>(() => experimentFrom(experiment.plan), [experiment.plan])
  const [growing, running] = useExperiment()
  const [shown, setShown] = useState(usualMeasures(model))
  const show = useCallback(
    (name: string) => setShown((now) => (now.includes(name) ? now.filter((each) => each !== name) : [...now, name])),
    [],
  )
  const start = () => void running.start(model, plan)
  const seconds = useReplay(experiment, plan, start)
  const kept = useMemo(() => keptGrowing(experiment.result), [experiment.result])
  return (
    <div className={styles.shows}>
      <SetTo model={model} plan={plan} />
      <Sameness model={model} experiment={experiment} growing={growing} waits={seconds !== undefined} />
      <section className={styles.run}>
        <LongHere seconds={growing.state === 'resting' ? seconds : undefined} />
        <RunActs growing={growing} experiment={running} begin="here" onStart={start} long={t('saved.long')}>
          <ExportMenu model={model} plan={plan} growing={growing} />
        </RunActs>
        {server}
      </section>
      <Shown
        model={model}
        plan={plan}
        sound
        growing={growing.state === 'resting' ? kept : growing}
        shown={shown}
        onShow={show}
      />
      <About model={model} />
    </div>
  )
}
