import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { rowsToCsv } from '#constellation/export/numbers.ts'
import { pngOf, save, svgOf } from '#constellation/export/picture.ts'
import { useNameOf } from '#found/use-found.ts'
import { rowsOf } from './rows.ts'

/** The picture and its numbers to take along: what is too few stays empty. */
export function ExportMenu({ outcome, drawn }: { outcome: ReorganizationOutcome; drawn: boolean }) {
  const t = useWords('reorganization')
  const nameOf = useNameOf()
  const name = 'reorganization'
  const picture = async (make: (svg: SVGSVGElement) => Promise<Blob>, ending: string) => {
    try {
      save(await make(document.querySelector<SVGSVGElement>('#reorganization')!), `${name}.${ending}`)
    } catch {
      toast(t('exportFailed'))
    }
  }
  const table = () =>
    rowsToCsv([
      [t('community'), t('kindOf'), t('fate'), t('people'), t('movedOf'), t('unitsBefore'), t('unitsAfter')],
      ...rowsOf(outcome, nameOf).map((row) => [
        row.name,
        t(row.known ? 'known' : 'found'),
        t(`fates.${row.fate}`),
        row.people,
        row.moved ?? '',
        row.unitsBefore,
        row.unitsAfter ?? '',
      ]),
      [],
      [t('one'), t('other'), t('tiesCut'), t('behindThem')],
      ...outcome.boundaries.map(({ one, other, ties, people }) => [one, other, ties, people]),
    ])
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
        <Menu.Item onClick={() => save(new Blob([table()], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)}>
          {t('asCsv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
