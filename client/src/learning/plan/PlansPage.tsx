import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, ListSkeleton, Mark, Page, Pager, Section, useGo, useShownAddress } from '#ui/index.ts'
import styles from '../learning.module.css'
import { Places } from '../Places.tsx'
import { useFormats } from './formats.ts'
import { RulesForm, usual } from './RulesForm.tsx'
import type { Rules } from './types.ts'

/** Plans of what goes to whom, and a new one. */
export function PlansPage() {
  const t = useWords('learning')
  const [opened, setOpened] = useState(false)
  return (
    <Page
      title={t('plans.title')}
      lead={t('plans.lead')}
      actions={!opened && <Button onClick={() => setOpened(true)}>{t('plans.new')}</Button>}
    >
      <Places />
      <Suspense fallback={<ListSkeleton />}>
        {opened && <NewPlan onCancel={() => setOpened(false)} />}
        <List />
      </Suspense>
    </Page>
  )
}

function NewPlan({ onCancel }: { onCancel: () => void }) {
  const t = useWords('learning')
  const go = useGo()
  const client = useQueryClient()
  const { data: ground } = useSuspenseQuery(query('GET /learning/plans/ground'))
  const opening = useMutation({
    mutationFn: (body: { name: string; rules: Rules }) => api('POST /learning/plans', { body }),
    onSuccess: async ({ id }) => {
      await refresh(client, 'GET /learning/plans')
      go(paths.plan(id))
    },
  })
  return (
    <Section title={t('plans.new')}>
      <p className={styles.soft}>
        {ground.told === null
          ? t('plans.groundFew')
          : t('plans.ground', { told: ground.told, items: ground.items, communities: ground.communities })}
      </p>
      <RulesForm
        name=""
        rules={usual()}
        cuts={ground.cuts}
        pending={opening.isPending}
        error={opening.error ?? undefined}
        onSubmit={(name, rules) => opening.mutate({ name, rules })}
        onCancel={onCancel}
      />
    </Section>
  )
}

function List() {
  const t = useWords('learning')
  const { share } = useFormats()
  const { after } = useShownAddress()
  const { data } = useSuspenseQuery(query('GET /learning/plans', { query: { after } }))
  if (data.items.length === 0) return <EmptyState title={t('plans.none')}>{t('plans.noneHow')}</EmptyState>
  return (
    <>
      <ul className={styles.lines}>
        {data.items.map(({ id, name, by, versions, state, reach, superfluous, used }) => (
          <li key={id} className={styles.line}>
            <h2 className={styles.name}>
              <Go to={paths.plan(id)}>{name}</Go>
            </h2>
            <p className={styles.facts}>
              {used !== null && <Mark kind="worked">{t('plans.use.is', { number: used })}</Mark>}
              {by && <span>{by.name}</span>}
              <span>{t('plans.versionsCount', { versions })}</span>
              {state !== 'done' && <span>{t(`plans.state.${state}`)}</span>}
              {reach !== null && <span>{t('plans.reachOf', { share: share(reach) })}</span>}
              {superfluous !== null && <span>{t('plans.superfluousOf', { share: share(superfluous) })}</span>}
            </p>
          </li>
        ))}
      </ul>
      <Pager next={data.next} />
    </>
  )
}
