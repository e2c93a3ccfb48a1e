import type { Model } from '@mortar/simulation'
import { PresetChoice } from '../presets/PresetChoice.tsx'
import { SettingsForm } from '../settings/SettingsForm.tsx'
import { Folding } from './Folding.tsx'
import styles from './model.module.css'
import { Outcome } from './Outcome.tsx'
import { useModelAddress } from './use-model-address.ts'
import { useWords } from '#app/words.ts'

/** Where a model is set, run and watched. The address holds every setting. */
export function Bench({ model }: { model: Model }) {
  const t = useWords('lab')
  const address = useModelAddress(model)
  const { search, asked, change, go } = address
  return (
    <div className={styles.bench}>
      <Folding title={t('settings.title')}>
        <PresetChoice model={model} study={search['study']} onChoose={go} />
        <SettingsForm model={model} asked={asked} search={search} onChange={change} />
      </Folding>
      <Outcome model={model} address={address} />
    </div>
  )
}
