import { type ReactNode, useId, useState } from 'react'
import styles from './model.module.css'

const narrow = () => matchMedia('(max-width: 62em)').matches

/** The settings: beside what they give, or folded above it where there is no room beside. */
export function Folding({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  const [open, setOpen] = useState(() => !narrow())
  return (
    <section className={styles.form} aria-labelledby={id}>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2 id={id}>{title}</h2>
        </summary>
        <div className={styles.folded}>{children}</div>
      </details>
    </section>
  )
}
