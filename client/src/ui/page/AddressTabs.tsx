import { useTranslation } from 'react-i18next'
import { useAddress } from './address.ts'
import { Link } from '@tanstack/react-router'
import styles from './tabs.module.css'

export interface Tab {
  id: string
  word: string
  count?: number | undefined
}

/** Views of one page, kept in the address as `?view=`. The first one needs no word there. */
export function AddressTabs({ tabs, label, name = 'view' }: { tabs: readonly Tab[]; label?: string; name?: string }) {
  const { t } = useTranslation('ui')
  const here = useTab(tabs, name)
  return (
    <nav aria-label={label ?? t('tabs')} className={styles.tabs}>
      {tabs.map((tab, position) => (
        <Link
          key={tab.id}
          to="."
          search={
            ((before: object) => ({
              ...before,
              after: undefined,
              [name]: position === 0 ? undefined : tab.id,
            })) as never
          }
          resetScroll={false}
          className={styles.tab}
          aria-current={tab.id === here ? 'true' : undefined}
        >
          {tab.word}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}

/** The view that the address names, or the first one. */
export function useTab(tabs: readonly Tab[], name = 'view'): string | undefined {
  const [search] = useAddress()
  return (tabs.find((tab) => tab.id === search[name]) ?? tabs[0])?.id
}
