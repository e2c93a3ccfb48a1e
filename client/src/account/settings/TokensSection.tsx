import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Confirm, Section } from '#ui/index.ts'
import styles from '../account.module.css'
import { TokenDialog } from './TokenDialog.tsx'

/** What programs may do in the name of this person. */
export function TokensSection({ office }: { office: boolean }) {
  const t = useWords('account')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /me/tokens'))
  const [making, setMaking] = useState(false)
  const [ending, setEnding] = useState<{ id: string; name: string }>()
  const client = useQueryClient()

  return (
    <Section title={t('settings.tokens.title')} count={data.items.length || undefined}>
      <p className={styles.said}>
        {t('settings.tokens.what')} <a href="/api">{t('settings.tokens.api')}</a>
      </p>
      <ul className={styles.lines}>
        {data.items.map(({ id, name, scopes, expiresAt, usedAt }) => (
          <li key={id}>
            <span>
              {name}
              {scopes.map((scope) => (
                <span key={scope} className={styles.note}>
                  {t(`settings.tokens.${scope}`)}
                </span>
              ))}
              <span className={styles.note}>
                {expiresAt ? t('settings.tokens.until', { when: when.day(expiresAt) }) : t('settings.tokens.endless')}
              </span>
              <span className={styles.note}>
                {usedAt ? t('settings.tokens.used', { when: when.ago(usedAt) }) : t('settings.tokens.unused')}
              </span>
            </span>
            <Button variant="subtle" size="compact-sm" onClick={() => setEnding({ id, name })}>
              {t('settings.tokens.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" w="fit-content" onClick={() => setMaking(true)}>
        {t('settings.tokens.make')}
      </Button>
      {making && <TokenDialog office={office} onClose={() => setMaking(false)} />}
      {ending && (
        <Confirm
          title={t('settings.tokens.revokeTitle', { name: ending.name })}
          verb={t('settings.tokens.revoke')}
          onClose={() => setEnding(undefined)}
          onConfirm={async () => {
            await api('DELETE /me/tokens/{token}', { params: { token: ending.id } })
            await refresh(client, 'GET /me/tokens')
          }}
        >
          {t('settings.tokens.revokeWhat')}
        </Confirm>
      )}
    </Section>
  )
}
