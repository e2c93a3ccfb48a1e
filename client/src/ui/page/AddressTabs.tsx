import { useTranslation } from 'react-i18next'
import { useAddress, useChangedAddress } from './address.ts'
import { Go } from './Go.tsx'
import styles from './tabs.module.css'

export interface Tab {
  id: string
  word: string
  count?: number | undefined
}

interface AddressTabsProps {
  tabs: readonly Tab[]
  label?: string
  name?: string
}

/** Views of one page, kept in the address as `?view=`. The first one needs no word there. */
export function AddressTabs({ tabs, label, name = 'view' }: AddressTabsProps) {
  const { t } = useTranslation('ui')
  const here = useTab(tabs, name)
  const changed = useChangedAddress()
  return (
    <nav aria-label={label ?? t('tabs')} className={styles.tabs}>
      {tabs.map((tab, place) => (
        <Go
          key={tab.id}
          to={changed({ after: undefined, [name]: place === 0 ? undefined : tab.id })}
          stay
          className={styles.tab}
          aria-current={tab.id === here ? 'true' : undefined}
        >
          {tab.word}
          {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
        </Go>
      ))}
    </nav>
  )
}

/** The view that the address names, or the first one. */
export function useTab(tabs: readonly Tab[], name = 'view'): string | undefined {
  const [search] = useAddress()
  return (tabs.find((tab) => tab.id === search[name]) ?? tabs[0])?.id
}
