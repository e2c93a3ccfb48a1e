import { Button, NativeSelect, NumberInput, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Dialog, fieldError, Form, useGo } from '#ui/index.ts'
import styles from '../network.module.css'

/** What can be chosen, and what people will be told of it: a chat and mails are both messages. */
const told = {
  messages: { kind: 'messages', channel: 'mail' },
  chat: { kind: 'messages', channel: 'chat' },
  artefacts: { kind: 'artefacts', channel: 'files' },
  meetings: { kind: 'meetings', channel: 'calendar' },
  survey: { kind: 'survey', channel: 'survey' },
  mortar: { kind: 'mortar', channel: 'mortar' },
} as const
type What = keyof typeof told
const choices = Object.keys(told) as What[]

/** A source begins with what people will be told: what for, on which ground, for how long. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('network')
  const client = useQueryClient()
  const go = useGo()
  const [draft, setDraft] = useState({
    name: '',
    purpose: t('register.purposeStart'),
    legalGround: '',
    retentionDays: 730,
    mode: 'opt_in' as 'opt_in' | 'announced',
  })
  const [what, setWhat] = useState<What>('messages')
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const register = useMutation({
    mutationFn: () => api('POST /sources', { body: { ...draft, ...told[what] } }),
    onSuccess: async ({ id }) => {
      await refresh(client, 'GET /sources')
      go(paths.source(id))
    },
  })
  const error = (field: string) => fieldError(register.error, field)
  return (
    <Dialog title={t('sources.register')} onClose={onClose}>
      <Form
        onSubmit={() => register.mutate()}
        error={register.error}
        actions={
          <Button type="submit" loading={register.isPending}>
            {t('register.do')}
          </Button>
        }
      >
        <TextInput
          label={t('register.name')}
          description={t('register.nameHow')}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={error('name')}
        />
        <NativeSelect
          label={t('register.kind')}
          description={what === 'mortar' ? t('register.ownHow') : undefined}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value as What)}
          data={choices.map((one) => ({ value: one, label: t(`kindWord.${one}`) }))}
        />
        <Textarea
          label={t('fact.purpose')}
          value={draft.purpose}
          onChange={(event) => set({ purpose: event.currentTarget.value })}
          error={error('purpose')}
          autosize
          minRows={2}
        />
        <TextInput
          label={t('fact.ground')}
          description={t('register.groundHow')}
          value={draft.legalGround}
          onChange={(event) => set({ legalGround: event.currentTarget.value })}
          error={error('legalGround')}
        />
        <NumberInput
          label={t('register.days')}
          value={draft.retentionDays}
          onChange={(value) => set({ retentionDays: Number(value) })}
          min={7}
          max={36_500}
          error={error('retentionDays')}
        />
        <Radio.Group
          label={t('fact.mode')}
          value={draft.mode}
          onChange={(value) => set({ mode: value as typeof draft.mode })}
        >
          <div className={styles.form}>
            <Radio value="opt_in" label={t('register.optIn')} />
            <Radio value="announced" label={t('register.announced')} />
          </div>
        </Radio.Group>
      </Form>
    </Dialog>
  )
}
