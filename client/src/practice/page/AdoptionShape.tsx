import styles from '../practice.module.css'

/** Adopted a square, trying a ring, declined and dropped a dash, asked a question. A word always stands beside it. */
export function AdoptionShape({ state }: { state: string }) {
  return (
    <svg className={styles.shape} data-state={state} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {state === 'adopted' && <rect x="1.5" y="1.5" width="11" height="11" rx="1.5" fill="currentColor" />}
      {state === 'trying' && <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />}
      {state === 'declined' && <path d="M2 7h10" stroke="currentColor" strokeWidth="2" />}
      {state === 'dropped' && <path d="M2 10l10-6M2 7h10" stroke="currentColor" strokeWidth="1.6" />}
      {state === 'asked' && (
        <path d="M5 5a2 2 0 1 1 2.6 1.9Q7 7.2 7 8.5M7 11v.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  )
}
