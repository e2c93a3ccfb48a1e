import { Menu } from '@mantine/core'
import type { Experiment, Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { saveText, TakeAlong } from '#constellation/export/TakeAlong.tsx'
import type { Growing } from '../run/growing.ts'
import { curvesCsv, manifestJson, runsCsv } from './files.ts'

interface ExportMenuProps {
  model: Model
  plan: Experiment
  growing: Growing
}

/** Picture, runs, curves and the manifest, once the runs are whole. */
export function ExportMenu({ model, plan, growing }: ExportMenuProps) {
  const t = useWords('lab')
  const { results } = growing
  if (!results) return null
  return (
    <TakeAlong name={`mortar-${model.name}`} picture="[data-chart] svg" numbers={() => runsCsv(model, plan, results)}>
      <Menu.Item onClick={() => saveText(curvesCsv(model, growing), 'text/csv', `mortar-${model.name}-curves.csv`)}>
        {t('export.curves')}
      </Menu.Item>
      <Menu.Item
        onClick={() => saveText(manifestJson(model, plan), 'application/json', `mortar-${model.name}.manifest.json`)}
      >
        {t('export.manifest')}
      </Menu.Item>
    </TakeAlong>
  )
}
