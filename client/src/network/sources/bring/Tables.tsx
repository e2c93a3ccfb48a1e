import { Button } from '@mantine/core'
import type { Chosen } from '@mortar/traces'
import { suffices } from '@mortar/traces/table/columns'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from '../../network.module.css'
import { Meanings } from '../Meanings.tsx'
import type { AskedTable } from './use-bringing.ts'

interface TablesProps {
  tables: readonly AskedTable[]
  onSaid: (chosen: Chosen[]) => void
  onCancel: () => void
}

/** Asks what each column of a table is; no other column leaves this computer. */
export function Tables({ tables, onSaid, onCancel }: TablesProps) {
  const t = useWords('network')
  const ui = useWords('ui')
  const [said, setSaid] = useState(() => tables.map(({ asks }) => asks.columns))
  const enough = said.every(suffices)
  return (
    <div className={styles.look} role="group" aria-label={t('bring.tables')}>
      <p className={styles.said}>{t('bring.tablesHow')}</p>
      {tables.map(({ name, asks: { head, first, rows } }, at) => (
        <Meanings
          key={at}
          name={name}
          headers={head === 1 ? first : first.map((_, n) => String(n + 1))}
          rows={rows}
          columns={said[at]!}
          onChange={(columns) => setSaid((all) => all.with(at, columns))}
        />
      ))}
      {!enough && <p className={styles.said}>{t('columns.missing')}</p>}
      <div className={styles.acts}>
        <Button
          disabled={!enough}
          onClick={() => onSaid(tables.map(({ name, file }, at) => ({ name, file, columns: said[at]! })))}
        >
          {t('bring.named')}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {ui('cancel')}
        </Button>
      </div>
    </div>
  )
}
