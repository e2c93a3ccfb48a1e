import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Dialog, Go } from '#ui/index.ts'
import { DecideDialog } from '../act/DecideDialog.tsx'
import type { Matrix } from '../api.ts'
import { AdoptionShape } from '../page/AdoptionShape.tsx'
import styles from '../practice.module.css'

interface CellDialogProps {
  practice: Matrix['practices'][number]
  unit: Matrix['units'][number]
  cell: Matrix['cells'][number] | undefined
  next: Matrix['next']
  onClose: () => void
}

/** One cell told in words: the decision, its reason, and the earlier ones. */
export function CellDialog({ practice, unit, cell, next, onClose }: CellDialogProps) {
  const t = useWords('practice')
  const when = useWhen()
  const [deciding, setDeciding] = useState(false)
  const { data } = useQuery(
    query('GET /practices/{practice}/adoptions', { params: { practice: practice.id }, query: { unit: unit.id } }),
  )
  const state = !cell || cell.state === 'asked' ? 'none' : cell.state
  const choices = unit.mayDecide ? (next[state] ?? []) : []
  if (deciding) return <DecideDialog practice={practice} units={[{ ...unit, next: choices }]} onClose={onClose} />
  return (
    <Dialog title={unit.name} onClose={onClose}>
      <p>
        <Go to={paths.practice(practice.id)}>{practice.title}</Go>
      </p>
      {!cell && <p className={styles.soft}>{t('matrix.neverHow')}</p>}
      {cell?.state === 'asked' && (
        <p className={styles.facts}>
          <AdoptionShape state="asked" /> {t('unit.askedOn', { day: when.day(cell.at) })}
        </p>
      )}
      <ul className={styles.units}>
        {data?.items.map(({ state: decided, reason, by, at }) => (
          <li key={at}>
            <AdoptionShape state={decided} />
            <div>
              <p className={styles.facts}>
                <strong>{t(`adoption.${decided}`)}</strong>
                <time dateTime={at}>{when.day(at)}</time>
                {by && <span>{by.name}</span>}
              </p>
              <p className={styles.said}>{reason}</p>
            </div>
          </li>
        ))}
      </ul>
      {choices.length > 0 && (
        <Button onClick={() => setDeciding(true)}>{t('act.decideHere', { unit: unit.name })}</Button>
      )}
    </Dialog>
  )
}
