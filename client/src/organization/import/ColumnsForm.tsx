import { Button, Radio } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, Form, Picker } from '#ui/index.ts'
import { searchUnits } from '../search-people.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import styles from './import.module.css'
import type { Import } from './one-import.ts'

/** Corrects how the columns were understood, says whether the file is complete, and compares again. */
export function ColumnsForm({ found }: { found: Import }) {
  const t = useWords('organization')
  const client = useQueryClient()
  const { people, units } = found.files
  const [columns, setColumns] = useState({ people: people?.columns ?? [], units: units?.columns ?? [] })
  const [complete, setComplete] = useState(found.complete)
  const [unit, setUnit] = useState<Choice[]>(found.completeUnit ? [found.completeUnit] : [])
  const plan = useMutation({
    mutationFn: () =>
      api('PUT /organization/imports/{import}/plan', {
        params: { import: found.id },
        body: {
          columns: { people: columns.people, ...(units && { units: columns.units }) },
          complete: complete === 'unit' ? (unit[0]?.id ?? 'no') : complete,
        },
      }),
    onSuccess: () => refresh(client, 'GET /organization/imports/{import}'),
  })
  return (
    <Form
      onSubmit={() => plan.mutate()}
      error={plan.error}
      actions={
        <Button
          type="submit"
          variant={found.summary ? 'default' : 'filled'}
          loading={plan.isPending}
          disabled={complete === 'unit' && unit.length === 0}
        >
          {t('import.again')}
        </Button>
      }
    >
      <Radio.Group
        label={t('import.complete')}
        value={complete}
        onChange={(value) => setComplete(value as typeof complete)}
      >
        <div className={styles.choices}>
          <Radio value="no" label={t('import.completeNo')} />
          <Radio value="all" label={t('import.completeAll')} />
          <Radio value="unit" label={t('import.completeUnit')} />
        </div>
      </Radio.Group>
      {complete === 'unit' && (
        <Picker label={t('import.whichUnit')} value={unit} onChange={setUnit} search={searchUnits} max={1} />
      )}
      {found.state === 'uploaded' && <p className={styles.asks}>{t('import.needsColumns')}</p>}
      {people && (
        <ColumnsTable
          part="people"
          reading={people}
          columns={columns.people}
          onChange={(changed) => setColumns({ ...columns, people: changed })}
        />
      )}
      {units && (
        <ColumnsTable
          part="units"
          reading={units}
          columns={columns.units}
          onChange={(changed) => setColumns({ ...columns, units: changed })}
        />
      )}
    </Form>
  )
}
