import { type ReactNode, useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from './chart.module.css'

interface NumbersBehindProps {
  caption: string
  heads: readonly string[]
  /** Asked for only while the table is open. */
  rows: () => readonly (readonly ReactNode[])[]
}

/** The table behind a chart: closed at first, for whoever reads or hears numbers. */
export function NumbersBehind({ caption, heads, rows }: NumbersBehindProps) {
  const t = useWords('lab')
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.behind} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('chart.numbers')}</summary>
      {open && (
        <div className={styles.wide} tabIndex={0} role="region" aria-label={caption}>
          <table className={styles.numbers}>
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map((cells, row) => (
                <tr key={row}>
                  {cells.map((cell, at) =>
                    at === 0 ? (
                      <th key={at} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={at}>{cell}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}
