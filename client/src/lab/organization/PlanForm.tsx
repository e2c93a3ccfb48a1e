import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { yourOrganization } from '@mortar/simulation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type ApiRefusal, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting } from '#draft/use-writing.ts'
import { fieldError, ListSkeleton, Section, useAddress, useGo } from '#ui/index.ts'
import { askedIn } from '../plan/address.ts'
import { isWhole, type Places, sentFrom, type Step, stepFrom } from './intervention.ts'
import styles from './organization.module.css'
import { useSaid } from './use-said.ts'
import { Steps } from './Steps.tsx'

const fewest = 5
const most = 200

interface Planned {
  steps: readonly Step[]
  runs: number
  seed: number
  name: string
  shared: boolean
}

const nothing: Planned = { steps: [], runs: 20, seed: 1, name: '', shared: false }

interface PlanFormProps {
  from: string | undefined
  places: Places
}

/** The plan of a what-if: empty, or that of another one to be changed. */
export function PlanForm({ from, places }: PlanFormProps) {
  const { data, isPending } = useQuery({
    ...query('GET /experiments/{experiment}', { params: { experiment: from ?? '' } }),
    enabled: from !== undefined,
  })
  const begun = useMemo((): Planned => {
    if (!data?.plan.interventions) return nothing
    const { interventions, runs, seed } = data.plan
    return { ...nothing, steps: interventions.map(stepFrom), runs: runs.most, seed }
  }, [data])
  if (from && isPending) return <ListSkeleton />
  return <Plan about={from ?? 'new'} begun={begun} places={places} />
}

/** It is asked of the server; what that refuses stands beside its field. */
function Plan({ about, begun, places }: { about: string; begun: Planned; places: Places }) {
  const t = useWords('lab')
  const go = useGo()
  const client = useQueryClient()
  const said = useSaid(places)
  const [search] = useAddress()
  const draft = useWriting(`what-if ${about}`, begun)
  const { steps, runs, seed, name, shared } = draft.value
  const asked = askedIn(yourOrganization, search)
  const [first, ...others] = steps.filter(isWhole).map(sentFrom).map(said)
  const usualName = (
    others.length > 0 ? t('whatIf.andMore', { first: first!, count: others.length }) : (first ?? '')
  ).slice(0, 200)
  const asking = useMutation({
    mutationFn: async () => {
      const { id } = await api('POST /experiments', {
        body: {
          name: name.trim() || usualName || t('whatIf.nothing'),
          seen: shared ? 'organization' : 'me',
          model: yourOrganization.name,
          plan: {
            settings: asked.settings as Record<string, string | number | boolean>,
            design: { kind: 'every', values: {} },
            seed,
            runs: { batch: runs, least: runs, most: runs },
            view: 'organization',
            interventions: steps.map(sentFrom),
          },
        },
      })
      // What it refuses to carry out is told on the page of the experiment, where it is kept.
      await api('POST /experiments/{experiment}/runs', { params: { experiment: id }, body: {} }).catch(() => undefined)
      return id
    },
    onSuccess: async (id) => {
      await draft.forget()
      await refresh(client, 'GET /experiments')
      go(paths.experiment(id))
    },
  })
  const error = asking.error as ApiRefusal | null
  if (draft.pending) return <ListSkeleton />
  return (
    <DraftForm
      draft={draft}
      onSubmit={() => asking.mutate()}
      error={error}
      actions={
        <Button
          type="submit"
          loading={asking.isPending}
          disabled={steps.length === 0 || !steps.every(isWhole) || Object.keys(asked.wrong).length > 0}
        >
          {t('whatIf.ask')}
        </Button>
      }
    >
      <Section title={t('whatIf.what')}>
        <Steps
          steps={steps}
          places={places}
          wrong={(step, field) => fieldError(error, `plan.interventions.${step}.${field}`)}
          onChange={(chosen) => draft.set({ steps: chosen })}
        />
      </Section>
      <Section title={t('whatIf.how')}>
        <div className={styles.fields}>
          <TextInput
            label={t('save.name')}
            placeholder={usualName}
            value={name}
            maxLength={200}
            onChange={({ currentTarget }) => draft.set({ name: currentTarget.value })}
            error={fieldError(error, 'name')}
          />
          <NumberInput
            label={t('run.runs')}
            description={t('whatIf.runsHow')}
            value={runs}
            min={fewest}
            max={most}
            allowDecimal={false}
            clampBehavior="strict"
            onChange={(typed) => draft.set({ runs: Number(typed) || fewest })}
          />
          <NumberInput
            label={t('run.seed')}
            description={t('whatIf.seedHow')}
            value={seed}
            min={0}
            max={4_294_967_295}
            allowDecimal={false}
            clampBehavior="strict"
            onChange={(typed) => draft.set({ seed: Number(typed) || 0 })}
          />
        </div>
        <Checkbox
          label={t('save.shared')}
          checked={shared}
          onChange={({ currentTarget }) => draft.set({ shared: currentTarget.checked })}
        />
      </Section>
    </DraftForm>
  )
}
