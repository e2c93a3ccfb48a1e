import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { ResourceTable } from '#measurement/report/ResourceTable.tsx'
import { DecideDialog } from '#practice/act/DecideDialog.tsx'
import { Lines } from '#sensing/escalation/Lines.tsx'
import { EmptyState, Go, Mark, Page, Section } from '#ui/index.ts'
import styles from './desk.module.css'

type Manage = Answer<'GET /manage'>
type Unit = Manage['units'][number]

/** What is asked of who answers for a unit: decisions, practices, promises; and nothing about anybody in it. */
export function ManagePage() {
  const t = useWords('desk')
  const { data } = useSuspenseQuery(query('GET /manage'))
  const { asked, promised, units, carries, given } = data
  if (units.length + asked.length + promised.length + carries.length + given.length === 0) {
    return (
      <Page title={t('manage.title')}>
        <EmptyState
          title={t('manage.notManager')}
          action={
            <Button component={Go} to={paths.home()} variant="default">
              {t('manage.home')}
            </Button>
          }
        >
          {t('manage.notManagerHow')}
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('manage.title')} lead={t('manage.lead')}>
      <Section
        title={t('manage.asked')}
        count={asked.length || undefined}
        action={<Go to={paths.escalations()}>{t('manage.all')}</Go>}
      >
        {asked.length === 0 ? (
          <EmptyState title={t('manage.askedNone')}>{t('manage.askedNoneHow')}</EmptyState>
        ) : (
          <Lines items={asked} />
        )}
      </Section>
      <Proposed units={units} />
      {promised.length > 0 && (
        <Section title={t('manage.promised')} count={promised.length}>
          <Lines items={promised} />
        </Section>
      )}
      {units.length > 0 && <Runs units={units} />}
      {given.length > 0 && (
        <Section title={t('manage.given')} action={<Go to={paths.sponsor()}>{t('manage.sponsor')}</Go>}>
          <ResourceTable resources={given} withCommunity />
        </Section>
      )}
      {carries.length > 0 && (
        <Section title={t('manage.carries')}>
          <ul className={styles.lines}>
            {carries.map(({ id, title, services }) => (
              <li key={id}>
                <Go to={paths.imperative(id)}>{title}</Go>
                <p className={styles.facts}>{t('manage.services', { count: services })}</p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Proposed({ units }: { units: readonly Unit[] }) {
  const t = useWords('desk')
  const when = useWhen()
  const all = units.flatMap((unit) => unit.proposed.map((one) => ({ unit, one })))
  const client = useQueryClient()
  const [deciding, setDeciding] = useState<(typeof all)[number]>()
  return (
    <Section title={t('manage.proposed')} count={all.length || undefined}>
      {all.length === 0 ? (
        <EmptyState title={t('manage.proposedNone')}>{t('manage.proposedNoneHow')}</EmptyState>
      ) : (
        <ul className={styles.lines}>
          {all.map(({ unit, one }) => (
            <li key={`${unit.id} ${one.practice.id}`}>
              <Go to={paths.practice(one.practice.id)}>{one.practice.title}</Go>
              {one.message && <p className={styles.message}>{one.message}</p>}
              <p className={styles.facts}>
                <span>{unit.name}</span>
                {one.dueOn && (
                  <Mark kind={one.late ? 'failed' : 'quiet'}>
                    {t(one.late ? 'manage.late' : 'manage.answerBy', { day: when.day(one.dueOn) })}
                  </Mark>
                )}
              </p>
              {one.next.length > 0 && (
                <Button variant="default" mt="xs" onClick={() => setDeciding({ unit, one })}>
                  {t('manage.decide', { unit: unit.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {deciding && (
        <DecideDialog
          practice={deciding.one.practice}
          units={[{ id: deciding.unit.id, name: deciding.unit.name, next: deciding.one.next }]}
          onClose={() => {
            setDeciding(undefined)
            void refresh(client, 'GET /manage')
          }}
        />
      )}
    </Section>
  )
}

function Runs({ units }: { units: readonly Unit[] }) {
  const t = useWords('desk')
  return (
    <Section title={t('manage.runs')}>
      <ul className={styles.lines}>
        {units.map(({ id, name, adopted, trying, openRuns }) => (
          <li key={id}>
            <Go to={paths.whatWeRun(id)}>{name}</Go>
            <p className={styles.facts}>
              <span>{t('manage.adopted', { count: adopted })}</span>
              <span>{t('manage.trying', { count: trying })}</span>
              <span>{t('manage.openRuns', { count: openRuns })}</span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
