import type { Model } from '@mortar/simulation'
import { paths } from '#app/paths.ts'
import { NotFoundPage } from '#app/shell/NotFoundPage.tsx'
import { useWords } from '#app/words.ts'
import { Go, Page, Section, useAddress } from '#ui/index.ts'
import { onBench } from '../model/ModelPage.tsx'
import { Origin } from '../model/Origin.tsx'
import { SettingsForm } from '../settings/SettingsForm.tsx'
import { useModelWords } from '../words.ts'
import { Compared } from './Compared.tsx'
import styles from './compare.module.css'
import { changedSearch, comparisonIn } from './plan.ts'

export function ComparePage({ params }: { params: { model: string } }) {
  const model = onBench.find(({ name }) => name === params.model)
  return model ? <OneComparison key={model.name} model={model} /> : <NotFoundPage />
}

/** Two settings of one model on the same chance. The address holds both. */
function OneComparison({ model }: { model: Model }) {
  const t = useWords('lab')
  const words = useModelWords()
  const [search, change] = useAddress()
  const comparison = comparisonIn(model, search)
  return (
    <Page
      title={t('compare.title', { model: words.model(model.name) })}
      above={<Origin model={model.name} />}
      lead={t('compare.lead')}
      actions={<Go to={paths.labModel(model.name)}>{t('sweep.back')}</Go>}
    >
      <Compared model={model} comparison={comparison} search={search} onChange={change} />
      <div className={styles.sides}>
        {(['one', 'other'] as const).map((side, at) => (
          <div key={side} className={styles.side} data-colour={at + 1}>
            <Section title={t(`compare.${side}`)}>
              <SettingsForm
                model={model}
                asked={comparison[side]}
                search={comparison.search[side]}
                onChange={(name, text) => change(changedSearch(model, comparison, side, name, text), { replace: true })}
              />
            </Section>
          </div>
        ))}
      </div>
    </Page>
  )
}
