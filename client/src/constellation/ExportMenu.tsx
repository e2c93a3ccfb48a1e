import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { csvOf, graphOf } from './export/numbers.ts'
import { pngOf, save, svgOf } from './export/picture.ts'

/** The picture and its numbers to take along. */
export function ExportMenu({ constellation, drawn }: { constellation: Constellation; drawn: boolean }) {
  const t = useWords('constellation')
  const name = `constellation-${constellation.at}`
  const drawing = () => document.querySelector<SVGSVGElement>('#constellation')
  const picture = async (make: (svg: SVGSVGElement) => Promise<Blob>, ending: string) => {
    try {
      save(await make(drawing()!), `${name}.${ending}`)
    } catch {
      toast(t('exportFailed'))
    }
  }
  const text = (content: string, type: string, ending: string) =>
    save(new Blob([content], { type: `${type};charset=utf-8` }), `${name}.${ending}`)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {drawn && (
          <>
            <Menu.Item onClick={() => void picture((svg) => Promise.resolve(svgOf(svg)), 'svg')}>
              {t('asSvg')}
            </Menu.Item>
            <Menu.Item onClick={() => void picture(pngOf, 'png')}>{t('asPng')}</Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => text(csvOf(constellation, t('community'), t('all')), 'text/csv', 'csv')}>
          {t('asCsv')}
        </Menu.Item>
        <Menu.Item onClick={() => text(graphOf(constellation), 'application/graphml+xml', 'graphml')}>
          {t('asGraph')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
