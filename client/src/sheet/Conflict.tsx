import { Button } from '@mantine/core'
import type { SheetField } from '@mortar/contract/community-sheets'
import { useEffect, useRef } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import type { Draft, Sheet } from './types.ts'
import styles from './sheet.module.css'

interface ConflictProps {
  theirs: Sheet
  mine: Draft
  /** Goes on with my text, or with theirs in the form. */
  onGoOn: (taking: boolean) => void
}

/** Both texts, field by field where they differ. Nothing was overwritten. */
export function Conflict({ theirs, mine, onGoOn }: ConflictProps) {
  const t = useWords('sheet')
  const when = useWhen()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const title: SheetField = { id: 'title', kind: 'text', label: t('title'), how: null, options: [] }
  const fields = [title, ...theirs.sections.flatMap((section) => section.fields)]
  const value = (of: Draft, field: SheetField) => (field === title ? of.title : of.content[field.id])
  const apart = fields.filter((field) => String(value(theirs, field) ?? '') !== String(value(mine, field) ?? ''))
  return (
    <div ref={box} tabIndex={-1} className={styles.conflict}>
      <h3>{t('conflict.title')}</h3>
      <p>{t('conflict.how', { name: theirs.by?.name ?? t('conflict.somebody'), time: when.time(theirs.at) })}</p>
      {apart.map((field) => (
        <div key={field.id} className={styles.both}>
          <h4 data-no-words>{field.label}</h4>
          <div>
            <p className={styles.soft}>{t('conflict.theirs')}</p>
            <Said field={field} value={value(theirs, field)} people={theirs.people} />
          </div>
          <div>
            <p className={styles.soft}>{t('conflict.mine')}</p>
            <Said field={field} value={value(mine, field)} people={theirs.people} />
          </div>
        </div>
      ))}
      <div className={styles.acts}>
        <Button variant="default" onClick={() => onGoOn(false)}>
          {t('conflict.goOn')}
        </Button>
        <Button variant="subtle" onClick={() => onGoOn(true)}>
          {t('conflict.take')}
        </Button>
      </div>
    </div>
  )
}

interface SaidProps {
  field: SheetField
  value: string | string[] | undefined
  people: Sheet['people']
}

function Said({ field: { options }, value, people }: SaidProps) {
  const t = useWords('sheet')
  const name = (id: string) =>
    options.find((option) => option.id === id)?.label ??
    people.find((person) => person.id === id)?.name ??
    t('somebody')
  const words = Array.isArray(value) ? value.map(name).join(', ') : options.length > 0 ? value && name(value) : value
  return (
    <p className={styles.said} data-no-words>
      {words || '–'}
    </p>
  )
}
