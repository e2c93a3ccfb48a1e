import { useWords } from '#app/words.ts'
import { AddressTabs, Page, useTab } from '#ui/index.ts'
import { AccountsTab } from './AccountsTab.tsx'
import { AuditTab } from './AuditTab.tsx'
import { MembersTab } from './MembersTab.tsx'

const views = { accounts: AccountsTab, members: MembersTab, audit: AuditTab }

/** What the knowledge office looks after: who can come in, who belongs to it, and what was done. */
export function OfficePage() {
  const t = useWords('account')
  const tabs = (['accounts', 'members', 'audit'] as const).map((id) => ({ id, word: t(`office.${id}.title`) }))
  const here = (useTab(tabs) ?? 'accounts') as keyof typeof views
  const View = views[here]
  return (
    <Page title={t('office.title')} lead={t('office.lead')}>
      <AddressTabs tabs={tabs} label={t('office.title')} />
      <View />
    </Page>
  )
}
