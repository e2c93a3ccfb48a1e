import { useSyncExternalStore } from 'react'
import { useWords } from '../words.ts'
import styles from './shell.module.css'

const listen = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

export function Offline() {
  const t = useWords('app')
  const online = useSyncExternalStore(listen, () => navigator.onLine)
  return <div role="status">{!online && <p className={styles.offline}>{t('offline')}</p>}</div>
}
