import { Button } from '@mantine/core'
import type { SheetState } from '@mortar/contract/community-sheets'
import { useQueryClient } from '@tanstack/react-query'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, toast } from '#ui/index.ts'
import type { Sheet } from './types.ts'
import styles from './sheet.module.css'

const onward: Record<SheetState, SheetState> = { draft: 'in_use', in_use: 'done', done: 'in_use' }

interface SheetActsProps {
  community: string
  sheet: Sheet
  /** Saves what is written still; tells whether it is saved. */
  save?: () => Promise<boolean>
}

/** Takes a sheet into use, calls it done, takes it up again, sets it aside; prints it, and saves it as Markdown. */
export function SheetActs({ community, sheet, save: saveFirst = async () => true }: SheetActsProps) {
  const t = useWords('sheet')
  const client = useQueryClient()
  const params = { community, sheet: sheet.id }
  const readAgain = () =>
    refresh(
      client,
      'GET /communities/{community}/sheets/{sheet}',
      'GET /communities/{community}/sheets',
      'GET /communities/{community}/stage',
      'GET /communities/{community}/care',
    )
  const put = async (state: SheetState) => {
    await api('PUT /communities/{community}/sheets/{sheet}/state', { params, body: { state } })
    await readAgain()
  }
  const next = onward[sheet.state]
  const move = async () => {
    // What is not saved stays in sight with the reason, and the sheet stays as it is; one that is done is taken up first.
    if (sheet.state !== 'done' && !(await saveFirst())) return
    await actWithUndo(
      t(`moved.${next}`),
      () => put(next),
      () => put(sheet.state),
    )
  }
  const discard = async (method: 'PUT' | 'DELETE') => {
    await api(`${method} /communities/{community}/sheets/{sheet}/discard`, { params })
    await readAgain()
  }
  const setAside = async () => {
    if (!(await saveFirst())) return
    await actWithUndo(
      t('discarded'),
      () => discard('PUT'),
      () => discard('DELETE'),
    )
  }
  const take = async () => {
    if (!(await saveFirst())) return
    try {
      const { name, markdown } = await api('GET /communities/{community}/sheets/{sheet}/markdown', { params })
      saveText(name, markdown)
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <div className={styles.acts}>
      {sheet.may.setState && <Button onClick={() => void move()}>{t(`move.${sheet.state}`)}</Button>}
      {sheet.may.restore && (
        <Button
          onClick={() =>
            void actWithUndo(
              t('restored'),
              () => discard('DELETE'),
              () => discard('PUT'),
            )
          }
        >
          {t('restore')}
        </Button>
      )}
      <Button variant="default" onClick={() => void take()}>
        {t('markdown')}
      </Button>
      <Button variant="default" onClick={() => print()}>
        {t('print')}
      </Button>
      {sheet.may.discard && (
        <Button variant="subtle" color="gray" onClick={() => void setAside()}>
          {t('discard')}
        </Button>
      )}
    </div>
  )
}

function saveText(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
