import type { Intervention } from '@mortar/contract/lab-organization'
import { type Experiment, yourOrganization } from '@mortar/simulation'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import { searchOf } from '../plan/address.ts'
import { experimentFrom } from '../plan/plan.ts'
import type { Saved } from '../saved/saved.ts'
import { isUnderWay, ServerRun, watched } from '../server/ServerRun.tsx'
import { Assumptions } from './Assumptions.tsx'
import { Outcome, TakeOutcome } from './Outcome.tsx'
import styles from './organization.module.css'
import { useSaid } from './use-said.ts'

/** A what-if on the organization: what is done, how far the server is, and what it changes. */
export function WhatIf({ experiment: { id }, interventions }: { experiment: Saved; interventions: Intervention[] }) {
  const t = useWords('lab')
  const { data: places } = useSuspenseQuery(query('GET /lab/organization'))
  const { data: experiment } = useSuspenseQuery(watched(id))
  const said = useSaid(places)
  const plan: Experiment = experimentFrom(experiment.plan)
  const { outcome } = experiment
  return (
    <div className={styles.whatIf}>
      <p className={styles.aid}>
        {t('model.your-organization.assumes.thinkingAid')} {t('model.your-organization.assumes.reconstruction')}
      </p>
      <Section
        title={t('whatIf.what')}
        action={
          <Go to={paths.labModel('your-organization', { from: id, ...searchOf(yourOrganization, plan) })}>
            {t('whatIf.changeIt')}
          </Go>
        }
      >
        {interventions.length === 0 && <p className={styles.soft}>{t('whatIf.nothing')}</p>}
        <ol className={styles.said}>
          {interventions.map((each, at) => (
            <li key={at}>{said(each)}</li>
          ))}
        </ol>
      </Section>
      <ServerRun experiment={experiment}>
        {outcome && <TakeOutcome experiment={experiment} outcome={outcome} />}
      </ServerRun>
      {outcome && <Outcome outcome={outcome} />}
      {!outcome && !isUnderWay(experiment) && <p className={styles.soft}>{t('whatIf.noOutcome')}</p>}
      <details className={styles.closed}>
        <summary>{t('whatIf.assumes')}</summary>
        <Assumptions places={places} />
      </details>
    </div>
  )
}
