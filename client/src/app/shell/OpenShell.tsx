import { Outlet } from '@tanstack/react-router'
import { useWords } from '../words.ts'
import { Offline } from './Offline.tsx'
import styles from './shell.module.css'
import { Sign } from './Sign.tsx'

/** What surrounds the few pages that need no signing in. */
export function OpenShell() {
  const t = useWords('app')
  return (
    <div className={styles.open}>
      <header className={styles.openHead}>
        <Sign />
        <span className={styles.name}>{t('name')}</span>
      </header>
      <main id="content" className={styles.openContent} tabIndex={-1}>
        <Offline />
        <Outlet />
      </main>
    </div>
  )
}
