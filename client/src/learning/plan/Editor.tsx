import { Button, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Refusal, Section, useAddress } from '#ui/index.ts'
import { AddSend } from './AddSend.tsx'
import { added, type Draft, isTouched, linesOf, monthIn, moved, sendsOf, toggled, untouched } from './draft.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { Flow } from './Flow.tsx'
import { useFormats } from './formats.ts'
import styles from './plan.module.css'
import { Sends } from './Sends.tsx'
import type { Figures, Plan } from './types.ts'

/** A version to look at and to edit: the figures follow each change; nothing is kept until it is saved. */
export function Editor({ plan }: { plan: Plan }) {
  const t = useWords('learning')
  const { month: nameOf } = useFormats()
  const [draft, setDraft] = useState<Draft>(untouched)
  const { data: figures, error } = useFigures(plan, draft)
  const lines = linesOf(plan.lines, draft)
  const months = [...Map.groupBy(lines, (line) => monthIn(draft, line))].sort(([one], [other]) => one - other)
  const toggle = (key: string) => setDraft((now) => toggled(now, key))
  return (
    <>
      <Section title={t('plans.figures.title')}>
        <div aria-live="polite">
          {figures && <FiguresTable figures={figures} rules={plan.rules} />}
          {figures && isTouched(draft) && plan.figures && <Effect before={plan.figures} now={figures} />}
          {error && <Refusal error={error} />}
        </div>
        {isTouched(draft) && <Save plan={plan} draft={draft} onDrop={() => setDraft(untouched)} />}
      </Section>
      {lines.length === 0 && <EmptyState title={t('plans.empty')}>{t('plans.emptyHow')}</EmptyState>}
      {months.map(([month, some]) => (
        <Section key={month} title={nameOf(plan.rules.from, month)} count={some.length}>
          <Flow month={nameOf(plan.rules.from, month)} lines={some} draft={draft} onToggle={toggle} />
          <Sends
            month={nameOf(plan.rules.from, month)}
            lines={some}
            rules={plan.rules}
            draft={draft}
            onToggle={toggle}
            onMove={(line, to) => setDraft((now) => moved(now, line, to))}
          />
        </Section>
      ))}
      {!plan.retired && (
        <Section title={t('plans.add.title')}>
          <p className={styles.soft}>{t('plans.add.what')}</p>
          <AddSend plan={plan} draft={draft} onAdd={(line) => setDraft((now) => added(now, plan.lines, line))} />
        </Section>
      )}
    </>
  )
}

/** What the changes do to the figures of the version. */
function Effect({ before, now }: { before: Figures; now: Figures }) {
  const t = useWords('learning')
  const { share, number } = useFormats()
  return (
    <p className={styles.soft}>
      {t('plans.effect', {
        reach: share(now.reach),
        reachWas: share(before.reach),
        precision: share(now.precision),
        precisionWas: share(before.precision),
        load: number(now.load),
        loadWas: number(before.load),
      })}
    </p>
  )
}

/** As kept while nothing is changed; else as the server reckons it. */
function useFigures(plan: Plan, draft: Draft) {
  const sends = sendsOf(plan.lines, draft)
  const asked = useQuery({
    queryKey: ['figures of a draft', plan.id, sends],
    queryFn: () =>
      api('POST /learning/plans/{plan}/figures', { params: { plan: plan.id }, body: { sends, rules: plan.rules } }),
    enabled: isTouched(draft),
    placeholderData: keepPreviousData,
  })
  return { data: isTouched(draft) ? (asked.data ?? plan.figures) : plan.figures, error: asked.error }
}

function Save({ plan, draft, onDrop }: { plan: Plan; draft: Draft; onDrop: () => void }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const [, setAddress] = useAddress()
  const [note, setNote] = useState('')
  const latest = plan.versions[0]!.number
  const saving = useMutation({
    mutationFn: () =>
      api('POST /learning/plans/{plan}/versions', {
        params: { plan: plan.id },
        body: { sends: sendsOf(plan.lines, draft), rules: plan.rules, note, after: latest },
      }),
    onSuccess: async () => {
      await refresh(client, 'GET /learning/plans/{plan}', 'GET /learning/plans')
      setAddress({ version: undefined })
    },
  })
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <TextInput
        label={t('plans.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
      <Button type="submit" loading={saving.isPending}>
        {t('plans.save')}
      </Button>
      <Button variant="default" onClick={onDrop}>
        {t('plans.drop')}
      </Button>
      {saving.error && <Refusal error={saving.error} />}
    </form>
  )
}
