import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { ItemLine } from '../types.ts'
import { readAgain } from '../use-act.ts'

/** Somebody proposes that one could shadow me: nobody sees it before I say yes. */
export function Shadowing({ items }: { items: ItemLine[] }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const say = async (item: string, yes: boolean) => {
    const params = { item }
    await (yes
      ? api('PUT /learning/items/{item}/shadowing', { params })
      : api('DELETE /learning/items/{item}/shadowing', { params }))
    await readAgain(client)
    toast(t(yes ? 'shadowing.agreed' : 'shadowing.declined'))
  }
  return items.map(({ id, title }) => (
    <div key={id} className={styles.notice}>
      <p className={styles.said}>
        {t('shadowing.asked')} <Go to={paths.learningItem(id)}>{title}</Go>
      </p>
      <div className={styles.acts}>
        <Button size="compact-sm" onClick={() => void say(id, true)}>
          {t('shadowing.yes')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void say(id, false)}>
          {t('shadowing.no')}
        </Button>
      </div>
    </div>
  ))
}
