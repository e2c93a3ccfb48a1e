import { Button, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, Section, toast } from '#ui/index.ts'
import styles from '../account.module.css'
import { PasswordField } from '../PasswordField.tsx'

export function PasswordSection({ account }: { account: Answer<'GET /me/account'> }) {
  const t = useWords('account')
  const [open, setOpen] = useState(false)
  return (
    <Section title={t('password.label')}>
      <p className={styles.said}>{t(account.password ? 'settings.password.has' : 'settings.password.none')}</p>
      <Button variant="default" w="fit-content" onClick={() => setOpen(true)}>
        {t(account.password ? 'settings.password.change' : 'settings.password.make')}
      </Button>
      {open && <PasswordDialog has={account.password} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function PasswordDialog({ has, onClose }: { has: boolean; onClose: () => void }) {
  const t = useWords('account')
  const { data: me } = useMe()
  const client = useQueryClient()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const change = useMutation({
    mutationFn: () => api('PUT /me/password', { body: { password, ...(has && { current }) } }),
    onSuccess: async () => {
      await refresh(client, 'GET /me/account')
      onClose()
      toast(t('settings.password.changed'))
    },
  })
  return (
    <Dialog title={t(has ? 'settings.password.change' : 'settings.password.make')} onClose={onClose}>
      <Form
        onSubmit={() => change.mutate()}
        error={change.error}
        actions={
          <Button type="submit" loading={change.isPending}>
            {t('settings.password.do')}
          </Button>
        }
      >
        {has && (
          <PasswordInput
            label={t('settings.password.current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
            error={fieldError(change.error, 'current')}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          />
        )}
        <PasswordField
          value={password}
          onChange={setPassword}
          own={[me?.name ?? '', me?.email ?? '', me?.organization.name ?? '']}
          error={fieldError(change.error, 'password')}
        />
      </Form>
    </Dialog>
  )
}
