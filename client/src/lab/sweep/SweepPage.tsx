import type { Model } from '@mortar/simulation'
import { paths } from '#app/paths.ts'
import { NotFoundPage } from '#app/shell/NotFoundPage.tsx'
import { useWords } from '#app/words.ts'
import { Go, Page, useAddress } from '#ui/index.ts'
import { onBench } from '../model/ModelPage.tsx'
import bench from '../model/model.module.css'
import { Origin } from '../model/Origin.tsx'
import { WholeNumber } from '../model/WholeNumber.tsx'
import { usualSeed } from '../plan/address.ts'
import { SettingsForm, useReason } from '../settings/SettingsForm.tsx'
import { useModelWords } from '../words.ts'
import { AxisFields } from './AxisFields.tsx'
import { type Axis, sweepIn, usualSweepRuns } from './plan.ts'
import { Swept } from './Swept.tsx'
import styles from './sweep.module.css'

export function SweepPage({ params }: { params: { model: string } }) {
  const model = onBench.find(({ name }) => name === params.model)
  return model ? <OneSweep key={model.name} model={model} /> : <NotFoundPage />
}

/** One or two settings over their ranges: what comes out in every cell. The address holds all of it. */
function OneSweep({ model }: { model: Model }) {
  const t = useWords('lab')
  const words = useModelWords()
  const [search, change] = useAddress()
  const swept = sweepIn(model, search)
  const reason = useReason(swept.asked)
  const usualRuns = String(usualSweepRuns(model))
  const put = (axis: 'x' | 'y', said: string) =>
    change({ x: saidOf(swept.x), y: swept.y ? saidOf(swept.y) : 'none', [axis]: said })
  return (
    <Page
      title={t('sweep.title', { model: words.model(model.name) })}
      above={<Origin model={model.name} />}
      lead={t('sweep.lead')}
      actions={<Go to={paths.labModel(model.name)}>{t('sweep.back')}</Go>}
    >
      <div className={bench.bench}>
        <section className={styles.form} aria-label={t('settings.title')}>
          <AxisFields
            model={model}
            name="x"
            axis={swept.x}
            other={swept.y?.field.name}
            onChange={(said) => put('x', said)}
          />
          <AxisFields
            model={model}
            name="y"
            axis={swept.y}
            other={swept.x.field.name}
            onChange={(said) => put('y', said)}
          />
          <WholeNumber
            label={t('sweep.runs')}
            value={search['runs'] ?? usualRuns}
            usual={usualRuns}
            wrong={reason('runs')}
            onChange={(runs) => change({ runs })}
          />
          <WholeNumber
            label={t('run.seed')}
            value={search['seed'] ?? String(usualSeed)}
            usual={String(usualSeed)}
            wrong={reason('seed')}
            onChange={(seed) => change({ seed })}
          />
          <details className={styles.others}>
            <summary>{t('sweep.others')}</summary>
            <SettingsForm
              model={model}
              asked={swept.asked}
              search={search}
              onChange={(name, text) => change({ [name]: text }, { replace: true })}
            />
          </details>
        </section>
        <Swept model={model} swept={swept} search={search} onMeasure={(measure) => change({ measure })} />
      </div>
    </Page>
  )
}

const saidOf = ({ field, text }: Axis): string => [field.name, ...(text ?? [])].join(':')
