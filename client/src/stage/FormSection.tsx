import { Button, Textarea } from '@mantine/core'
import type { Form as FormName } from '@mortar/contract/community'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Dialog, fieldError, Form, Section, toast } from '#ui/index.ts'
import styles from './stage.module.css'
import type { Life } from './life.ts'
import { useDeciding } from './use-deciding.ts'

const forms = ['informal', 'supported', 'structured'] as const
const sides = ['purpose', 'members', 'sponsor', 'mandate', 'means', 'account'] as const

/** What each form asks of the sponsor and of members; facilitators choose, with the reason. */
export function FormSection({ life }: { life: Life }) {
  const t = useWords('stage')
  const word = useWords('community')
  const [chosen, setChosen] = useState<FormName>()
  const columns: Column<(typeof sides)[number]>[] = [
    { id: 'side', head: t('form.side'), cell: (side) => t(`form.${side}`) },
    ...forms.map((form) => ({
      id: form,
      head: form === life.form ? t('form.now', { form: word(`form.${form}`) }) : word(`form.${form}`),
      cell: (side: (typeof sides)[number]) => t(`form.${form}.${side}`),
    })),
  ]
  return (
    <Section title={t('form.title')} count={word(`form.${life.form}`)}>
      <p className={styles.soft}>{t('form.how')}</p>
      <DataTable caption={t('form.caption')} columns={columns} rows={[...sides]} rowKey={(side) => side} />
      {life.may.decide && (
        <div className={styles.acts}>
          {forms
            .filter((form) => form !== life.form)
            .map((form) => (
              <Button key={form} variant="default" onClick={() => setChosen(form)}>
                {t('form.change', { form: word(`form.${form}`) })}
              </Button>
            ))}
        </div>
      )}
      {chosen && <FormDialog community={life.community.id} form={chosen} onClose={() => setChosen(undefined)} />}
    </Section>
  )
}

function FormDialog({ community, form, onClose }: { community: string; form: FormName; onClose: () => void }) {
  const t = useWords('stage')
  const word = useWords('community')
  const [reason, setReason] = useState('')
  const { decide, pending, error } = useDeciding(
    () => api('PUT /communities/{community}/form', { params: { community }, body: { form, reason } }),
    () => {
      toast(t('form.changed', { form: word(`form.${form}`) }))
      onClose()
    },
  )
  return (
    <Dialog title={t('form.change', { form: word(`form.${form}`) })} onClose={onClose}>
      <Form
        onSubmit={decide}
        error={error}
        actions={
          <>
            <Button type="submit" loading={pending}>
              {t('decide.verb')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {word('cancel')}
            </Button>
          </>
        }
      >
        <dl className={styles.asks}>
          <dt>{t('form.members')}</dt>
          <dd>{t(`form.${form}.members`)}</dd>
          <dt>{t('form.sponsor')}</dt>
          <dd>{t(`form.${form}.sponsor`)}</dd>
        </dl>
        <Textarea
          label={t('decide.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fieldError(error, 'reason')}
          required
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
        />
      </Form>
    </Dialog>
  )
}
