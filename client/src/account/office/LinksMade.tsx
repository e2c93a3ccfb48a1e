import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState } from '#ui/index.ts'
import styles from '../account.module.css'
import { CopyLine } from '../CopyLine.tsx'
import { saveTable } from './save-table.ts'
import type { PersonalLink } from './use-inviting.ts'

/** As many as a page bears and a printer prints at once; the table holds all of them. */
const onSheet = 200

/** Links just made, to be handed on one by one, as a table, or on paper. */
export function LinksMade({ links, onDone }: { links: readonly PersonalLink[]; onDone: () => void }) {
  const t = useWords('account')
  const when = useWhen()
  const [from, setFrom] = useState(0)
  const done = (
    <Button variant="default" onClick={onDone}>
      {t('office.links.done')}
    </Button>
  )
  if (links.length === 0) return <EmptyState title={t('office.links.none')} action={done} />
  const head = [t('office.accounts.person'), t('office.links.unit'), t('email'), t('office.accounts.link')]
  const rows = links.map(({ person, email, link }) => [person.name, person.unit ?? '', email ?? '', link])

  return (
    <div className={styles.stack}>
      <p className={styles.said}>
        {t('office.links.what', { count: links.length, when: when.day(links[0]!.expiresAt) })}
      </p>
      <div className={styles.acts}>
        <Button onClick={() => saveTable(t('office.links.file'), [head, ...rows])}>{t('office.links.save')}</Button>
        <Button variant="default" onClick={() => print()}>
          {t('office.links.print')}
        </Button>
        {done}
      </div>
      <ol className={styles.slips}>
        {links.slice(from, from + onSheet).map(({ person, link }) => (
          <li key={person.id} className={styles.slip}>
            <strong>{person.name}</strong>
            <span className={styles.hint}>{person.unit}</span>
            <CopyLine label={t('office.links.of', { name: person.name })} text={link} />
          </li>
        ))}
      </ol>
      {links.length > onSheet && <Sheets count={links.length} from={from} onTurn={setFrom} />}
    </div>
  )
}

/** Turns from sheet to sheet, each to be printed by itself. */
function Sheets({ count, from, onTurn }: { count: number; from: number; onTurn: (from: number) => void }) {
  const t = useWords('account')
  const turn = (to: number) => {
    onTurn(to)
    scrollTo({ top: 0 })
  }
  return (
    <>
      <p className={styles.said}>
        {t('office.links.sheet', { from: from + 1, to: Math.min(from + onSheet, count), count })}
      </p>
      <div className={styles.acts}>
        <Button variant="default" disabled={from === 0} onClick={() => turn(from - onSheet)}>
          {t('office.links.before')}
        </Button>
        <Button variant="default" disabled={from + onSheet >= count} onClick={() => turn(from + onSheet)}>
          {t('office.links.after')}
        </Button>
      </div>
    </>
  )
}
