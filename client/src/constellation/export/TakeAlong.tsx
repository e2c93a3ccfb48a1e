import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { pngOf, save, svgOf } from './picture.ts'

/** What is on the page to take along: its picture, where one is drawn, and its numbers; `children` is what else there is. */
export function TakeAlong({
  name,
  picture,
  numbers,
  children,
}: {
  name: string
  /** Finds the picture, where one is drawn. */
  picture: string | undefined
  numbers: () => string
  children?: ReactNode
}) {
  const t = useWords('constellation')
  const take = async (make: (svg: SVGSVGElement) => Blob | Promise<Blob>, ending: string) => {
    try {
      save(await make(document.querySelector<SVGSVGElement>(picture!)!), `${name}.${ending}`)
    } catch {
      toast(t('exportFailed'))
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {picture && (
          <>
            <Menu.Item onClick={() => void take(svgOf, 'svg')}>{t('asSvg')}</Menu.Item>
            <Menu.Item onClick={() => void take(pngOf, 'png')}>{t('asPng')}</Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => saveText(numbers(), 'text/csv', `${name}.csv`)}>{t('asCsv')}</Menu.Item>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}

export const saveText = (content: string, type: string, name: string) =>
  save(new Blob([content], { type: `${type};charset=utf-8` }), name)
