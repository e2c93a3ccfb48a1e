import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Page, useAddress, useGo } from '#ui/index.ts'
import styles from './account.module.css'
import { OrPasskey } from './OrPasskey.tsx'
import { isTurnedAway, signInByPasskey } from './passkey.ts'

export function SignInPage() {
  const t = useWords('account')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const arrive = useArrival()
  const byPassword = useMutation({
    mutationFn: () => api('POST /session', { body: { email, password } }),
    onSuccess: arrive,
  })
  const byPasskey = useMutation({ mutationFn: signInByPasskey, onSuccess: arrive })
  const error = byPassword.error ?? (isTurnedAway(byPasskey.error) ? null : byPasskey.error)

  return (
    <Page title={t('signIn.title')}>
      <div className={styles.narrow}>
        <Form
          onSubmit={() => byPassword.mutate()}
          error={error}
          actions={
            <Button type="submit" size="md" fullWidth loading={byPassword.isPending}>
              {t('signIn.do')}
            </Button>
          }
        >
          <TextInput
            label={t('email')}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="username"
            error={fieldError(byPassword.error, 'email')}
          />
          <PasswordInput
            label={t('password.label')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            error={fieldError(byPassword.error, 'password')}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          />
        </Form>
        <OrPasskey verb={t('signIn.passkey')} onUse={() => byPasskey.mutate()} pending={byPasskey.isPending} />
        <p className={styles.hint}>{t('signIn.lost')}</p>
      </div>
    </Page>
  )
}

/** Where somebody wanted to go before they were asked who they are. */
function useArrival() {
  const client = useQueryClient()
  const go = useGo()
  const [{ next }] = useAddress()
  return () => {
    client.clear()
    go(next?.startsWith('/') ? next : paths.home(), { replace: true })
  }
}
