import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo } from '#ui/index.ts'
import styles from './learning.module.css'
import type { ItemLine } from './types.ts'
import { readAgain } from './use-act.ts'
import { UsedDialog } from './UsedDialog.tsx'

/** "Did it", "used it", "not for me": each taken back in one click. */
export function ItemActs({ item }: { item: ItemLine }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const [using, setUsing] = useState(false)
  const params = { item: item.id }
  const again = async (asked: Promise<unknown>) => {
    await asked
    await readAgain(client)
  }
  const say = (act: 'did' | 'used') =>
    actWithUndo(
      t(`act.${act}Said`),
      () => again(api('PUT /learning/items/{item}/done/{act}', { params: { ...params, act }, body: {} })),
      () => again(api('DELETE /learning/items/{item}/done/{act}', { params: { ...params, act } })),
    )
  const decline = () =>
    actWithUndo(
      t('act.declinedSaid'),
      () => again(api('PUT /learning/items/{item}/decline', { params })),
      () => again(api('DELETE /learning/items/{item}/decline', { params })),
    )
  const button = { size: 'compact-sm', variant: 'default' } as const
  return (
    <div className={styles.acts}>
      {!item.mine.did && (
        <Button {...button} onClick={() => say('did')}>
          {t('act.did')}
        </Button>
      )}
      {!item.mine.used && (
        <Button {...button} onClick={() => (item.practice ? setUsing(true) : say('used'))}>
          {t('act.used')}
        </Button>
      )}
      {!item.law && !item.mine.declined && !item.mine.did && !item.mine.used && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={decline}>
          {t('act.decline')}
        </Button>
      )}
      {using && <UsedDialog item={item} onClose={() => setUsing(false)} />}
    </div>
  )
}
