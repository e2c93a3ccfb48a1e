import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Refusal, Section } from '#ui/index.ts'
import styles from '../account.module.css'
import { deviceName } from '../passkey.ts'

type Session = Answer<'GET /me/account'>['sessions'][number]

/** Where somebody is signed in, each of which they can end. */
export function SessionsSection({ sessions }: { sessions: readonly Session[] }) {
  const t = useWords('account')
  const when = useWhen()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: (session?: string) =>
      session ? api('DELETE /me/sessions/{session}', { params: { session } }) : api('DELETE /me/sessions'),
    onSuccess: () => refresh(client, 'GET /me/account'),
  })
  const others = sessions.filter(({ current }) => !current)

  return (
    <Section title={t('settings.sessions.title')} count={sessions.length || undefined}>
      {sessions.length === 0 && <p className={styles.said}>{t('settings.sessions.none')}</p>}
      <ul className={styles.lines}>
        {sessions.map(({ id, current, device, address, since }) => (
          <li key={id}>
            <span>
              <span data-no-words>{(device && deviceName(device)) || t('settings.sessions.unknown')}</span>
              {current && <strong className={styles.note}>{t('settings.sessions.current')}</strong>}
              <span className={styles.note}>{t('settings.since', { when: when.time(since) })}</span>
              {address && <span className={styles.note}>{address}</span>}
            </span>
            {!current && (
              <Button variant="subtle" size="compact-sm" onClick={() => end.mutate(id)}>
                {t('settings.sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={end.error} />
      {others.length > 1 && (
        <Button variant="default" w="fit-content" onClick={() => end.mutate(undefined)}>
          {t('settings.sessions.endAll')}
        </Button>
      )}
    </Section>
  )
}
