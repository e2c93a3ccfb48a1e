import { Button } from '@mantine/core'
import type { Form as FormName } from '@mortar/contract/community'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, ReasonDialog, Section } from '#ui/index.ts'
import styles from './stage.module.css'
import type { Life } from './life.ts'
import { readAgain } from './read-again.ts'

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
  const client = useQueryClient()
  const choose = async (reason: string) => {
    await api('PUT /communities/{community}/form', { params: { community }, body: { form, reason } })
    await readAgain(client)
  }
  return (
    <ReasonDialog
      title={t('form.change', { form: word(`form.${form}`) })}
      label={t('decide.reason')}
      verb={t('decide.verb')}
      done={t('form.changed', { form: word(`form.${form}`) })}
      onAct={choose}
      onClose={onClose}
    >
      <dl className={styles.asks}>
        <dt>{t('form.members')}</dt>
        <dd>{t(`form.${form}.members`)}</dd>
        <dt>{t('form.sponsor')}</dt>
        <dd>{t(`form.${form}.sponsor`)}</dd>
      </dl>
    </ReasonDialog>
  )
}
