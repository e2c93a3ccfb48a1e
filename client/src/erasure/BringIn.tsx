import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Refusal, Section } from '#ui/index.ts'
import styles from './erasure.module.css'

type Import = Answer<'GET /organization/imports/{import}'>

/** Rows of an import that tell of people who were erased: left out, unless somebody decides otherwise. */
export function BringIn({ found }: { found: Import }) {
  const t = useWords('erasure')
  const client = useQueryClient()
  const [rows, setRows] = useState(found.erased.bringIn.map(String))
  const plan = useMutation({
    mutationFn: () =>
      api('PUT /organization/imports/{import}/plan', {
        params: { import: found.id },
        body: {
          columns: {
            ...(found.files.people && { people: found.files.people.columns }),
            ...(found.files.units && { units: found.files.units.columns }),
          },
          complete: found.completeUnit?.id ?? (found.complete === 'all' ? 'all' : 'no'),
          bringIn: rows.map(Number),
        },
      }),
    onSuccess: () => refresh(client, 'GET /organization/imports/{import}'),
  })
  return (
    <Section title={t('bringIn.title')} count={found.erased.rows.length}>
      <p className={styles.said}>{t('bringIn.what')}</p>
      <Checkbox.Group value={rows} onChange={setRows} label={t('bringIn.title')}>
        {found.erased.rows.map((row) => (
          <Checkbox key={row} value={String(row)} label={t('bringIn.row', { row })} mt="xs" />
        ))}
      </Checkbox.Group>
      <Refusal error={plan.error} />
      <Button mt="md" variant="default" loading={plan.isPending} onClick={() => plan.mutate()}>
        {t('bringIn.plan')}
      </Button>
    </Section>
  )
}
