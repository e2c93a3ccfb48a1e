import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { api, query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page } from '#ui/index.ts'
import { PasskeysSection } from './PasskeysSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { PreferencesSection } from './PreferencesSection.tsx'
import { SessionsSection } from './SessionsSection.tsx'
import { TokensSection } from './TokensSection.tsx'

export const accountQuery = query('GET /me/account')

/** What a person decides about their own account. */
export function SettingsPage() {
  const t = useWords('account')
  const { data: account } = useSuspenseQuery(accountQuery)
  const { data: me } = useMe()
  return (
    <Page
      title={t('settings.title')}
      lead={me && t('settings.lead', { name: me.name, email: me.email ?? '' })}
      actions={
        <>
          <Button component={Go} to={paths.privacy()} variant="default">
            {t('settings.privacy')}
          </Button>
          {me?.may.administer && (
            <Button component={Go} to={paths.office()} variant="default">
              {t('office.title')}
            </Button>
          )}
          <Button variant="default" onClick={() => void signOut()}>
            {t('settings.signOut')}
          </Button>
        </>
      }
    >
      <PreferencesSection account={account} />
      <PasswordSection account={account} />
      <PasskeysSection account={account} />
      <SessionsSection sessions={account.sessions} />
      <TokensSection office={me?.may.administer ?? false} />
    </Page>
  )
}

/** The page is loaded anew, so that nothing of this person stays in its memory for the next one. */
async function signOut() {
  await api('DELETE /session')
  location.replace(paths.signIn())
}
