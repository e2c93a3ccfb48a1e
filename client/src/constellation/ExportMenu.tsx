import { Menu } from '@mantine/core'
import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { csvOf, graphOf } from './export/numbers.ts'
import { saveText, TakeAlong } from './export/TakeAlong.tsx'
import { useUnitName } from './use-unit-name.ts'

/** The picture and its numbers to take along. */
export function ExportMenu({ constellation, drawn }: { constellation: Constellation; drawn: boolean }) {
  const t = useWords('constellation')
  const nameOf = useUnitName()
  const name = `constellation-${constellation.at}`
  return (
    <TakeAlong
      name={name}
      picture={drawn ? '#constellation' : undefined}
      numbers={() => csvOf(constellation, { community: t('community'), all: t('all'), nameOf })}
    >
      <Menu.Item onClick={() => saveText(graphOf(constellation, nameOf), 'application/graphml+xml', `${name}.graphml`)}>
        {t('asGraph')}
      </Menu.Item>
    </TakeAlong>
  )
}
