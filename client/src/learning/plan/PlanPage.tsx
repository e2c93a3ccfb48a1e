import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, href, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Page, Progress, Refusal, Section, useAddress } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { Crossings } from './Crossings.tsx'
import { Editor } from './Editor.tsx'
import styles from './plan.module.css'
import { RulesForm } from './RulesForm.tsx'
import type { Plan, Rules } from './types.ts'
import { Use } from './Use.tsx'
import { Versions } from './Versions.tsx'

const planQuery = (plan: string, version: number | undefined) =>
  query('GET /learning/plans/{plan}', { params: { plan }, query: version === undefined ? {} : { version } })

/** One plan: proposed, drawn, edited, kept in versions, compared and exported. */
export function PlanPage({ params }: { params: { plan: string } }) {
  const t = useWords('learning')
  const [{ version }] = useAddress()
  const { data: plan } = useSuspenseQuery({
    ...planQuery(params.plan, version === undefined ? undefined : Number(version)),
    // A proposal under way is looked after until it is done.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 1000 : false),
  })
  return (
    <Page title={plan.name} lead={t('plans.planLead')} actions={<Files plan={plan} />}>
      <Places />
      <Standing plan={plan} />
      <Use plan={plan} />
      {plan.figures && <Editor key={plan.version.number} plan={plan} />}
      {plan.figures && (
        <Section title={t('plans.crossings')}>
          <p className={styles.soft}>{t('plans.crossingsWhat')}</p>
          <Crossings crossings={plan.figures.crossings} />
        </Section>
      )}
      <Section title={t('plans.versions')}>
        <Versions plan={plan} />
      </Section>
      <Again plan={plan} />
    </Page>
  )
}

const isUnderWay = (plan: Plan | undefined) => plan?.version.state === 'waiting' || plan?.version.state === 'running'

function Files({ plan: { id, version, figures } }: { plan: Plan }) {
  const t = useWords('learning')
  if (!figures) return null
  const params = { plan: id, version: version.number }
  return (
    <>
      <Button
        component="a"
        variant="default"
        href={href('GET /learning/plans/{plan}/versions/{version}/plan.md', { params })}
        download
      >
        {t('plans.document')}
      </Button>
      <Button
        component="a"
        variant="default"
        href={href('GET /learning/plans/{plan}/versions/{version}/plan.csv', { params })}
        download
      >
        {t('plans.table')}
      </Button>
    </>
  )
}

/** Where a proposal stands while it is no plan yet. */
function Standing({ plan }: { plan: Plan }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const { state, share, number } = plan.version
  if (state === 'done') return null
  if (state === 'failed' || state === 'stopped') return <p>{t(`plans.${state}`)}</p>
  const stop = async () => {
    await api('DELETE /learning/plans/{plan}/proposals/{version}', { params: { plan: plan.id, version: number } })
    await refresh(client, 'GET /learning/plans/{plan}')
  }
  return (
    <div className={styles.standing} role="status">
      <Progress label={t('plans.reckoning')} value={Math.round(100 * share)} of={100} />
      <Button variant="default" onClick={() => void stop()}>
        {t('plans.stop')}
      </Button>
    </div>
  )
}

/** Other rules, or what was told since: a further version. And putting the plan away. */
function Again({ plan }: { plan: Plan }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [, setAddress] = useAddress()
  const { data: ground } = useQuery({ ...query('GET /learning/plans/ground'), enabled: opened })
  const params = { plan: plan.id }
  const proposing = useMutation({
    mutationFn: (rules: Rules) => api('POST /learning/plans/{plan}/proposals', { params, body: { rules } }),
    onSuccess: async () => {
      await refresh(client, 'GET /learning/plans/{plan}')
      setAddress({ version: undefined })
      setOpened(false)
    },
  })
  const put = async (retired: boolean) => {
    await api('PATCH /learning/plans/{plan}', { params, body: { retired } })
    await refresh(client, 'GET /learning/plans/{plan}', 'GET /learning/plans')
  }
  const away = () =>
    actWithUndo(
      t('plans.putAway'),
      () => put(true),
      () => put(false),
    )
  if (opened && ground)
    return (
      <Section title={t('plans.again')}>
        <RulesForm
          rules={plan.rules}
          cuts={ground.cuts}
          pending={proposing.isPending}
          error={proposing.error ?? undefined}
          onSubmit={(_, rules) => proposing.mutate(rules)}
          onCancel={() => setOpened(false)}
        />
      </Section>
    )
  return (
    <div className={styles.acts}>
      {!isUnderWay(plan) && (
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('plans.again')}
        </Button>
      )}
      {plan.retired ? (
        <Button variant="default" onClick={() => void put(false)}>
          {t('plans.bringBack')}
        </Button>
      ) : (
        <Button variant="subtle" color="gray" onClick={away}>
          {t('plans.away')}
        </Button>
      )}
      {proposing.error && <Refusal error={proposing.error} />}
    </div>
  )
}
