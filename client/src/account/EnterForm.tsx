import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, useGo } from '#ui/index.ts'
import styles from './account.module.css'
import { OrPasskey } from './OrPasskey.tsx'
import { PasswordField } from './PasswordField.tsx'
import { deviceName, makePasskey } from './passkey.ts'

interface EnterFormProps {
  token: string
  welcome: Answer<'GET /welcome/{token}'>
}

/** Who somebody is, and with what they will come back: a password or a passkey. */
export function EnterForm({ token, welcome }: EnterFormProps) {
  const t = useWords('account')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { enter, finish } = useEntering(token, { name: welcome.name ? '' : name, email: welcome.email ? '' : email })
  const byPassword = useMutation({ mutationFn: () => enter(password), onSuccess: () => finish(welcome.purpose) })
  const byPasskey = useMutation({
    mutationFn: async () => {
      await enter()
      await makePasskey(deviceName())
    },
    onSuccess: () => finish(welcome.purpose),
  })
  const error = byPassword.error ?? (byPasskey.error && passkeyTrouble(byPasskey.error, t('passkey.turnedAway')))

  return (
    <div className={styles.narrow}>
      <Form
        onSubmit={() => byPassword.mutate()}
        error={error}
        actions={
          <Button type="submit" size="md" fullWidth loading={byPassword.isPending}>
            {t(`welcome.${welcome.purpose}.do`)}
          </Button>
        }
      >
        {welcome.purpose === 'first' && (
          <TextInput
            label={t('name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="name"
            error={fieldError(error, 'name')}
          />
        )}
        {welcome.email ? (
          <Fact name={t('email')}>{welcome.email}</Fact>
        ) : (
          <TextInput
            label={t('email')}
            description={t('emailUse')}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            autoComplete="username"
            error={fieldError(error, 'email')}
          />
        )}
        <PasswordField
          value={password}
          onChange={setPassword}
          own={[welcome.name, welcome.email ?? '', name, email, welcome.organization]}
          error={fieldError(error, 'password')}
        />
      </Form>
      <OrPasskey
        verb={t('passkey.instead')}
        what={t('passkey.what')}
        onUse={() => byPasskey.mutate()}
        pending={byPasskey.isPending}
      />
    </div>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className={styles.fact}>
      <span className={styles.factName}>{name}</span>
      <span>{children}</span>
    </div>
  )
}

/** A link stays good until there is a password or a passkey: whoever turned away from the one goes on with the other. */
function useEntering(token: string, who: { name: string; email: string }) {
  const client = useQueryClient()
  const go = useGo()
  const given = Object.fromEntries(Object.entries(who).filter(([, value]) => value))

  const enter = (password?: string) =>
    api('POST /welcome/{token}', { params: { token }, body: { ...given, ...(password && { password }) } })
  const finish = (purpose: string) => {
    client.clear()
    go(purpose === 'first' ? paths.start() : paths.home(), { replace: true })
  }
  return { enter, finish }
}

const passkeyTrouble = (error: Error, turnedAway: string) =>
  error instanceof DOMException ? new Error(turnedAway) : error
