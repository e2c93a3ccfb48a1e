import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DiscoverySettings } from '@mortar/contract/network-discovery'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form } from '#ui/index.ts'
import styles from './found.module.css'
import { useWindowOf } from './use-found.ts'

interface StartProps {
  defaults: DiscoverySettings
  sources: readonly { id: string; name: string }[]
}

/** The settings of a search, filled in as they are usual; whoever changes nothing just begins. */
export function StartForm({ defaults, sources }: StartProps) {
  const t = useWords('found')
  const client = useQueryClient()
  const [asked, setAsked] = useState(defaults)
  const windowOf = useWindowOf()
  const set = (change: Partial<DiscoverySettings>) => setAsked({ ...asked, ...change })
  const starting = useMutation({
    mutationFn: () => api('POST /discovery/runs', { body: asked }),
    onSuccess: () => refresh(client, 'GET /discovery/runs'),
  })
  const { error } = starting
  return (
    <Form
      onSubmit={() => starting.mutate()}
      error={error}
      actions={
        <Button type="submit" loading={starting.isPending}>
          {t('start.action')}
        </Button>
      }
    >
      <details>
        <summary>
          {t('start.settings')} <span className={styles.soft}>{windowOf(asked)}</span>
        </summary>
        <div className={styles.fields}>
          <TextInput
            type="date"
            label={t('start.from')}
            value={asked.from}
            onChange={(event) => set({ from: event.currentTarget.value })}
            error={fieldError(error, 'from')}
          />
          <TextInput
            type="date"
            label={t('start.to')}
            value={asked.to}
            onChange={(event) => set({ to: event.currentTarget.value })}
            error={fieldError(error, 'to')}
          />
          <Select
            label={t('start.source')}
            data={[
              { value: '', label: t('start.allSources') },
              ...sources.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={asked.sources?.[0] ?? ''}
            allowDeselect={false}
            onChange={(value) => set({ sources: value ? [value] : null })}
          />
          <Select
            label={t('start.form')}
            description={t('start.formHow')}
            data={(['soft', 'cross'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
            value={asked.form}
            allowDeselect={false}
            onChange={(value) => set({ form: value === 'cross' ? 'cross' : 'soft' })}
          />
          <NumberInput
            label={t('start.level')}
            description={t('start.levelHow')}
            min={0}
            max={12}
            allowDecimal={false}
            value={asked.level ?? ''}
            onChange={(value) => set({ level: value === '' ? null : Number(value) })}
            error={fieldError(error, 'level')}
          />
          <NumberInput
            label={t('start.halfLife')}
            description={t('start.halfLifeHow')}
            min={7}
            max={3650}
            allowDecimal={false}
            value={asked.halfLife}
            onChange={(value) => set({ halfLife: Number(value) })}
            error={fieldError(error, 'halfLife')}
          />
          <NumberInput
            label={t('start.seed')}
            description={t('start.seedHow')}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={asked.seed}
            onChange={(value) => set({ seed: Number(value) })}
            error={fieldError(error, 'seed')}
          />
        </div>
      </details>
    </Form>
  )
}
