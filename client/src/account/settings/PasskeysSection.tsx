import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Refusal, Section } from '#ui/index.ts'
import styles from '../account.module.css'
import { deviceName, isTurnedAway, makePasskey, passkeysWork } from '../passkey.ts'

export function PasskeysSection({ account: { passkeys } }: { account: Answer<'GET /me/account'> }) {
  const t = useWords('account')
  const when = useWhen()
  const client = useQueryClient()
  const again = () => refresh(client, 'GET /me/account')
  const add = useMutation({ mutationFn: () => makePasskey(deviceName()), onSuccess: again })
  const remove = useMutation({
    mutationFn: (passkey: string) => api('DELETE /me/passkeys/{passkey}', { params: { passkey } }),
    onSuccess: again,
  })
  const error = remove.error ?? (isTurnedAway(add.error) ? null : add.error)

  return (
    <Section title={t('settings.passkeys.title')} count={passkeys.length || undefined}>
      <p className={styles.said}>{t('passkey.what')}</p>
      {passkeys.length > 0 && (
        <ul className={styles.lines}>
          {passkeys.map(({ id, name, madeAt }) => (
            <li key={id}>
              <span>
                {name ?? t('settings.passkeys.unnamed')}
                {madeAt && <span className={styles.note}>{t('settings.since', { when: when.day(madeAt) })}</span>}
              </span>
              <Button variant="subtle" size="compact-sm" onClick={() => remove.mutate(id)}>
                {t('settings.passkeys.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Refusal error={error} />
      {passkeysWork() ? (
        <Button variant="default" w="fit-content" onClick={() => add.mutate()} loading={add.isPending}>
          {t('settings.passkeys.add')}
        </Button>
      ) : (
        <p className={styles.hint}>{t('settings.passkeys.cannot')}</p>
      )}
    </Section>
  )
}
