import { lazy, Suspense } from 'react'
import { useWords } from '#app/words.ts'
import { AddressTabs, ListSkeleton, Page, useTab } from '#ui/index.ts'
import { AccountsTab } from './AccountsTab.tsx'
import { AuditTab } from './AuditTab.tsx'
import { MembersTab } from './MembersTab.tsx'
import { NamingTab } from './NamingTab.tsx'

const ErasuresTab = lazy(() => import('#erasure/ErasuresTab.tsx').then((module) => ({ default: module.ErasuresTab })))
const views = { accounts: AccountsTab, members: MembersTab, erasures: ErasuresTab, naming: NamingTab, audit: AuditTab }

/** What the knowledge office looks after: who can come in, who belongs to it, and what was done. */
export function OfficePage() {
  const t = useWords('account')
  const words = useWords('erasure')
  const tabs = (['accounts', 'members', 'erasures', 'naming', 'audit'] as const).map((id) => ({
    id,
    word: id === 'erasures' ? words('tab.title') : t(`office.${id}.title`),
  }))
  const here = (useTab(tabs) ?? 'accounts') as keyof typeof views
  const View = views[here]
  return (
    <Page title={t('office.title')} lead={t('office.lead')}>
      <AddressTabs tabs={tabs} label={t('office.title')} />
      <Suspense fallback={<ListSkeleton />}>
        <View />
      </Suspense>
    </Page>
  )
}
