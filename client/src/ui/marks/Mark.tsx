import type { ReactNode } from 'react'
import styles from './marks.module.css'

export type MarkKind = 'worked' | 'partly' | 'failed' | 'note' | 'quiet'

/** An outcome or a state: shape, word and colour together, so that none of them carries it alone. */
export function Mark({ kind, children }: { kind: MarkKind; children: ReactNode }) {
  return (
    <span className={styles.mark} data-kind={kind}>
      <Shape kind={kind} />
      {children}
    </span>
  )
}

/** Filled worked, half partly, ring failed, diamond note, dash quiet. */
export function Shape({ kind, size = 12 }: { kind: MarkKind; size?: number }) {
  return (
    <svg className={styles.shape} data-kind={kind} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <ShapePath kind={kind} />
    </svg>
  )
}

export function ShapePath({ kind }: { kind: MarkKind }) {
  if (kind === 'worked') return <circle cx="6" cy="6" r="5" fill="currentColor" />
  if (kind === 'note') return <path d="M6 1l5 5-5 5-5-5z" fill="currentColor" />
  if (kind === 'quiet') return <path d="M2 6h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  return (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {kind === 'partly' && <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor" />}
    </>
  )
}
