import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Go, useGo } from '#ui/index.ts'
import found from '#found/found.module.css'

interface StartProps {
  imports: readonly { id: string; name: string; at: string }[]
  level: number
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Two days, or today and what an import would make of the chart. */
export function StartForm({ imports, level }: StartProps) {
  const t = useWords('reorganization')
  const when = useWhen()
  const go = useGo()
  const [kind, setKind] = useState<'days' | 'plan'>('days')
  const [before, setBefore] = useState(daysAgo(365))
  const [after, setAfter] = useState(daysAgo(0))
  const [planned, setPlanned] = useState(imports[0]?.id ?? null)
  const starting = useMutation({
    mutationFn: () =>
      api('POST /reorganizations', {
        body: kind === 'days' ? { before, after, level } : { import: planned, level },
      }),
    onSuccess: ({ id }) => go(paths.reorganization(id)),
  })
  const { error } = starting
  return (
    <Form
      onSubmit={() => starting.mutate()}
      error={error}
      actions={
        <Button type="submit" loading={starting.isPending} disabled={kind === 'plan' && !planned}>
          {t('startDo')}
        </Button>
      }
    >
      <Radio.Group label={t('kind')} value={kind} onChange={(value) => setKind(value as 'days' | 'plan')}>
        <Radio value="days" label={t('kindDays')} mt="xs" />
        <Radio value="plan" label={t('kindPlan')} mt="xs" />
      </Radio.Group>
      {kind === 'days' ? (
        <div className={found.fields}>
          <TextInput
            type="date"
            label={t('before')}
            value={before}
            onChange={(event) => setBefore(event.currentTarget.value)}
            error={fieldError(error, 'before')}
          />
          <TextInput
            type="date"
            label={t('after')}
            value={after}
            onChange={(event) => setAfter(event.currentTarget.value)}
            error={fieldError(error, 'after')}
          />
        </div>
      ) : imports.length > 0 ? (
        <Select
          label={t('import')}
          description={t('importHow')}
          data={imports.map(({ id, name, at }) => ({ value: id, label: `${name} · ${when.time(at)}` }))}
          value={planned}
          allowDeselect={false}
          onChange={setPlanned}
        />
      ) : (
        <p>
          {t('noImport')} <Go to={paths.importOrganization()}>{t('toImport')}</Go>
        </p>
      )}
    </Form>
  )
}
