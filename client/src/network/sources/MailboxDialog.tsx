import { Button, NativeSelect, PasswordInput, Radio, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, toast } from '#ui/index.ts'
import styles from '../network.module.css'

interface MailboxDialogProps {
  source: string
  hosts: readonly string[]
  onClose: () => void
}

const listed = (names: string) =>
  names
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Whose mailboxes are read, and what lets in there: asked each time, kept nowhere. */
export function MailboxDialog({ source, hosts, onClose }: MailboxDialogProps) {
  const t = useWords('network')
  const client = useQueryClient()
  const [draft, setDraft] = useState({
    host: hosts[0]!,
    user: '',
    mailboxes: 'INBOX',
    kind: 'password' as 'password' | 'token',
    secret: '',
  })
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const read = useMutation({
    mutationFn: () =>
      api('POST /sources/{source}/mailboxes', {
        params: { source },
        body: { ...draft, mailboxes: listed(draft.mailboxes) },
      }),
    onSuccess: async () => {
      await refresh(client, 'GET /sources/{source}/imports')
      toast(t('mailboxes.begun'))
      onClose()
    },
  })
  const error = (field: string) => fieldError(read.error, field)
  return (
    <Dialog title={t('mailboxes.title')} onClose={onClose}>
      <Form
        onSubmit={() => read.mutate()}
        error={read.error}
        actions={
          <Button type="submit" loading={read.isPending}>
            {t('mailboxes.do')}
          </Button>
        }
      >
        <p className={styles.said}>{t('mailboxes.what')}</p>
        <NativeSelect
          label={t('mailboxes.host')}
          value={draft.host}
          onChange={(event) => set({ host: event.currentTarget.value })}
          data={[...hosts]}
        />
        <TextInput
          label={t('mailboxes.user')}
          autoComplete="off"
          value={draft.user}
          onChange={(event) => set({ user: event.currentTarget.value })}
          error={error('user')}
        />
        <TextInput
          label={t('mailboxes.names')}
          description={t('mailboxes.namesHow')}
          value={draft.mailboxes}
          onChange={(event) => set({ mailboxes: event.currentTarget.value })}
          error={error('mailboxes')}
        />
        <Radio.Group
          label={t('mailboxes.by')}
          value={draft.kind}
          onChange={(value) => set({ kind: value as typeof draft.kind })}
        >
          <div className={styles.form}>
            <Radio value="password" label={t('mailboxes.password')} />
            <Radio value="token" label={t('mailboxes.token')} />
          </div>
        </Radio.Group>
        <PasswordInput
          label={t(`mailboxes.${draft.kind}`)}
          description={t('mailboxes.secretHow')}
          autoComplete="off"
          value={draft.secret}
          onChange={(event) => set({ secret: event.currentTarget.value })}
          error={error('secret')}
        />
      </Form>
    </Dialog>
  )
}
