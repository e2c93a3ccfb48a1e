import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { yourOrganization } from '@mortar/simulation'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, type ApiRefusal, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { fieldError, Form, Section, useAddress, useGo } from '#ui/index.ts'
import { askedIn } from '../plan/address.ts'
import { isWhole, type Places, sentFrom, type Step, stepFrom } from './intervention.ts'
import styles from './organization.module.css'
import { useSaid } from './use-said.ts'
import { Steps } from './Steps.tsx'

const fewest = 5
const most = 200

/** The plan of a what-if, asked of the server; what it refuses stands beside its field. */
export function PlanForm({ from, places }: { from: string | undefined; places: Places }) {
  const t = useWords('lab')
  const go = useGo()
  const client = useQueryClient()
  const said = useSaid(places)
  const [search] = useAddress()
  const [steps, setSteps] = useState<readonly Step[]>([])
  const [runs, setRuns] = useState(20)
  const [seed, setSeed] = useState(1)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const asked = askedIn(yourOrganization, search)
  usePlanOf(from, (plan) => {
    setSteps(plan.steps)
    setRuns(plan.runs)
    setSeed(plan.seed)
  })
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
      await refresh(client, 'GET /experiments')
      go(paths.experiment(id))
    },
  })
  const error = asking.error as ApiRefusal | null
  return (
    <Form
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
          onChange={setSteps}
        />
      </Section>
      <Section title={t('whatIf.how')}>
        <div className={styles.fields}>
          <TextInput
            label={t('save.name')}
            placeholder={usualName}
            value={name}
            maxLength={200}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
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
            onChange={(typed) => setRuns(Number(typed) || fewest)}
          />
          <NumberInput
            label={t('run.seed')}
            description={t('whatIf.seedHow')}
            value={seed}
            min={0}
            max={4_294_967_295}
            allowDecimal={false}
            clampBehavior="strict"
            onChange={(typed) => setSeed(Number(typed) || 0)}
          />
        </div>
        <Checkbox
          label={t('save.shared')}
          checked={shared}
          onChange={({ currentTarget }) => setShared(currentTarget.checked)}
        />
      </Section>
    </Form>
  )
}

interface Taken {
  steps: Step[]
  runs: number
  seed: number
}

/** Begins with the plan of another what-if, to be changed. */
function usePlanOf(from: string | undefined, take: (plan: Taken) => void) {
  const { data } = useQuery({
    ...query('GET /experiments/{experiment}', { params: { experiment: from ?? '' } }),
    enabled: from !== undefined,
  })
  useEffect(() => {
    if (!data?.plan.interventions) return
    take({ steps: data.plan.interventions.map(stepFrom), runs: data.plan.runs.most, seed: data.plan.seed })
  }, [data])
}
