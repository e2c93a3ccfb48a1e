import { Menu } from '@mantine/core'
import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { csvOf, graphOf } from './export/numbers.ts'
import { saveText, TakeAlong } from './export/TakeAlong.tsx'

/** The picture and its numbers to take along. */
export function ExportMenu({ constellation, drawn }: { constellation: Constellation; drawn: boolean }) {
  const t = useWords('constellation')
  const name = `constellation-${constellation.at}`
  return (
    <TakeAlong
      name={name}
      picture={drawn ? '#constellation' : undefined}
      numbers={() => csvOf(constellation, t('community'), t('all'))}
    >
      <Menu.Item onClick={() => saveText(graphOf(constellation), 'application/graphml+xml', `${name}.graphml`)}>
        {t('asGraph')}
      </Menu.Item>
    </TakeAlong>
  )
}
