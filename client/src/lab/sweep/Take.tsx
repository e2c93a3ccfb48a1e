import { Menu } from '@mantine/core'
import type { Experiment, Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { saveText, TakeAlong } from '#constellation/export/TakeAlong.tsx'
import { manifestJson, runsCsv } from '../export/files.ts'
import type { Growing } from '../run/growing.ts'

interface TakeProps {
  model: Model
  plan: Experiment | undefined
  growing: Growing | undefined
  view: 'sweep' | 'compare'
}

const picture = { sweep: '#swept svg', compare: '#compared svg' } as const

/** Picture, runs and manifest, once the runs are whole. */
export function Take({ model, plan, growing, view }: TakeProps) {
  const t = useWords('lab')
  const results = growing?.results
  if (!results || !plan) return null
  const name = `mortar-${model.name}-${view}`
  return (
    <TakeAlong name={name} picture={picture[view]} numbers={() => runsCsv(model, plan, results)}>
      <Menu.Item onClick={() => saveText(manifestJson(model, plan), 'application/json', `${name}.manifest.json`)}>
        {t('sweep.manifest')}
      </Menu.Item>
    </TakeAlong>
  )
}
