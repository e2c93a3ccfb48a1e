import type { IndicatorView } from '@mortar/contract/measurement'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, ListSkeleton, Refusal } from '#ui/index.ts'
import styles from './measurement.module.css'

/** Which practices a figure flags, on demand: where one would look next. */
export function Flagged({ community, indicator: { id, name } }: { community: string; indicator: IndicatorView }) {
  const t = useWords('measurement')
  const [open, setOpen] = useState(false)
  if (open) return <Which community={community} indicator={id} />
  return (
    <Button className={styles.start} variant="default" size="compact-sm" onClick={() => setOpen(true)}>
      {t('flagged.which')}
      <span className="unseen" data-no-words>
        {name}
      </span>
    </Button>
  )
}

function Which({ community, indicator }: { community: string; indicator: string }) {
  const t = useWords('measurement')
  const params = { community, indicator }
  const { data, error } = useQuery(query('GET /communities/{community}/indicators/{indicator}/practices', { params }))
  if (error) return <Refusal error={error} />
  if (!data) return <ListSkeleton lines={2} />
  if (data.items.length === 0) return <p className={styles.soft}>{t('flagged.none')}</p>
  return (
    <ul className={styles.flagged}>
      {data.items.map(({ id, title }) => (
        <li key={id}>
          <Go to={paths.practice(id)}>{title}</Go>
        </li>
      ))}
    </ul>
  )
}
