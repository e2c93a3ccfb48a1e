import { yourOrganization } from '@mortar/simulation'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, ListSkeleton, Page, Section, useAddress } from '#ui/index.ts'
import { SavedExperiments } from '../home/SavedExperiments.tsx'
import { Origin } from '../model/Origin.tsx'
import { wholeTold } from '../told.ts'
import { askedIn } from '../plan/address.ts'
import { SettingsForm } from '../settings/SettingsForm.tsx'
import { useModelWords } from '../words.ts'
import { Assumptions } from './Assumptions.tsx'
import styles from './organization.module.css'
import { PlanForm } from './PlanForm.tsx'

/** What if, on the organization itself: a plan is made, asked, and earlier ones are found again. */
export function YourOrganizationPage() {
  const t = useWords('lab')
  const words = useModelWords()
  const [search, change] = useAddress()
  const { from } = search
  const { data: places } = useSuspenseQuery(query('GET /lab/organization'))
  const { people, units, communities, tied, refused } = places
  const starts = [
    t('whatIf.starts', {
      people,
      peopleTold: wholeTold(people),
      units: units.length,
      unitsTold: wholeTold(units.length),
      communities: communities.length,
    }),
    tied === null ? t('whatIf.tiesLater') : t('whatIf.ties', { people: wholeTold(tied) }),
  ]
  return (
    <Page
      title={words.model('your-organization')}
      above={<Origin model="your-organization" />}
      lead={words.sentence('your-organization')}
      actions={<Go to={paths.lab()}>{t('whatIf.back')}</Go>}
    >
      <p className={styles.aid}>
        {t('model.your-organization.assumes.thinkingAid')} {t('model.your-organization.assumes.reconstruction')}
      </p>
      {refused ? (
        <EmptyState title={t('whatIf.refused')}>{refused}</EmptyState>
      ) : (
        <>
          <p className={styles.soft}>{starts.join(' ')}</p>
          <Suspense fallback={<ListSkeleton />}>
            <PlanForm key={from ?? ''} from={from} places={places} />
          </Suspense>
        </>
      )}
      <Section title={t('whatIf.earlier')}>
        <Suspense fallback={<ListSkeleton />}>
          <SavedExperiments model="your-organization" none="whatIf" />
        </Suspense>
      </Section>
      <Section title={t('whatIf.assumes')}>
        <Assumptions places={places} />
        <details className={styles.settings}>
          <summary>{t('whatIf.disagree')}</summary>
          <SettingsForm
            model={yourOrganization}
            asked={askedIn(yourOrganization, search)}
            search={search}
            onChange={(field, text) => change({ [field]: text }, { replace: true })}
          />
        </details>
      </Section>
    </Page>
  )
}
