import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWords } from '#app/words.ts'
import { Section, toast } from '#ui/index.ts'
import styles from '../account.module.css'
import { languageChoices, timeZones } from '../choices.ts'

const schemes = ['auto', 'light', 'dark'] as const

/** How Mortar speaks and looks for this person. Each choice holds at once. */
export function PreferencesSection({ account }: { account: Answer<'GET /me/account'> }) {
  const t = useWords('account')
  const { data: me } = useMe()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = useChoosing()
  const asOrganization = (what: string) => ({ value: '', label: t('settings.asOrganization', { what }) })
  const organizations = languageChoices.find(({ value }) => value === me?.organization.language)?.label ?? ''

  return (
    <Section title={t('settings.reading')}>
      <div className={styles.narrow}>
        <NativeSelect
          data-no-words
          label={t('settings.language')}
          value={account.language ?? ''}
          data={[asOrganization(organizations), ...languageChoices]}
          onChange={(event) => choose({ language: (event.currentTarget.value || null) as 'en' | 'fi' | null })}
        />
        <NativeSelect
          data-no-words
          label={t('timeZone')}
          value={account.timeZone ?? ''}
          data={[asOrganization(me?.organization.timeZone ?? ''), ...timeZones(account.timeZone ?? '')]}
          onChange={(event) => choose({ timeZone: event.currentTarget.value || null })}
        />
        <NativeSelect
          label={t('settings.scheme.label')}
          description={t('settings.scheme.device')}
          value={colorScheme}
          data={schemes.map((value) => ({ value, label: t(`settings.scheme.${value}`) }))}
          onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
        />
      </div>
    </Section>
  )
}

function useChoosing() {
  const client = useQueryClient()
  return (body: { language?: 'en' | 'fi' | null; timeZone?: string | null }) =>
    api('PATCH /me', { body })
      .then(() => refresh(client, 'GET /me', 'GET /me/account'))
      .catch((error: Error) => toast(error.message))
}
