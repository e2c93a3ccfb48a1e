import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { ListSkeleton, Mark, PersonChip, Refusal } from '#ui/index.ts'
import type { Practice } from '../api.ts'
import styles from '../practice.module.css'

/** Each decision about validation with its reasons, the newest first; those that refused as well, for members. */
export function Validations({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const [open, setOpen] = useState(false)
  return (
    <details className="screen-only" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.soft}>{t('evidence.decisions')}</summary>
      {open && <Decisions practice={practice} />}
    </details>
  )
}

function Decisions({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const { data, error } = useQuery(
    query('GET /practices/{practice}/validations', { params: { practice: practice.id } }),
  )
  if (error) return <Refusal error={error} />
  if (!data) return <ListSkeleton lines={2} />
  if (data.items.length === 0) return <p className={styles.soft}>{t('evidence.noDecision')}</p>
  return (
    <ul className={styles.stories}>
      {data.items.map(({ holds, reasons, revision, by, at }) => (
        <li key={at} className={styles.story}>
          <p className={styles.facts}>
            <Mark kind={holds ? 'worked' : 'failed'}>{t(holds ? 'evidence.validated' : 'evidence.notValidated')}</Mark>
            {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} gone={by.gone} />}
            <time dateTime={at}>{when.day(at)}</time>
            <span>{t('evidence.ofRevision', { revision })}</span>
          </p>
          <p className={styles.said}>{reasons}</p>
        </li>
      ))}
    </ul>
  )
}
