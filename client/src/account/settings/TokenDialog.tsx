import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form } from '#ui/index.ts'
import styles from '../account.module.css'
import { CopyLine } from '../CopyLine.tsx'

const spans = ['30', '90', '365', ''] as const
type Scope = 'read' | 'write' | 'office'

/** Makes a token and shows it, this once. */
export function TokenDialog({ office, onClose }: { office: boolean; onClose: () => void }) {
  const t = useWords('account')
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<Scope[]>(['read'])
  const [days, setDays] = useState('90')
  const make = useMutation({
    mutationFn: () => api('POST /me/tokens', { body: { name, scopes, days: days ? Number(days) : null } }),
    onSuccess: () => refresh(client, 'GET /me/tokens'),
  })
  const offered: Scope[] = office ? ['read', 'write', 'office'] : ['read', 'write']

  if (make.data) {
    return (
      <Dialog title={t('settings.tokens.made')} onClose={onClose}>
        <p className={styles.said}>{t('settings.tokens.once')}</p>
        <CopyLine label={name} text={make.data.token} />
      </Dialog>
    )
  }
  return (
    <Dialog title={t('settings.tokens.make')} onClose={onClose}>
      <Form
        onSubmit={() => make.mutate()}
        error={make.error}
        actions={
          <Button type="submit" loading={make.isPending}>
            {t('settings.tokens.make')}
          </Button>
        }
      >
        <TextInput
          label={t('settings.tokens.name')}
          description={t('settings.tokens.nameUse')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(make.error, 'name')}
        />
        <Checkbox.Group
          label={t('settings.tokens.scopes')}
          value={scopes}
          onChange={(value) => setScopes(value as Scope[])}
          error={fieldError(make.error, 'scopes')}
        >
          <div className={styles.checks}>
            {offered.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`settings.tokens.${scope}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <NativeSelect
          label={t('settings.tokens.span')}
          value={days}
          data={spans.map((value) => ({
            value,
            label: value ? t('settings.tokens.days', { count: Number(value) }) : t('settings.tokens.endless'),
          }))}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  )
}
