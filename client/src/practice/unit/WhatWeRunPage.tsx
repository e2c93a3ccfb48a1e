import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, EvidenceDots, Go, Mark, Page, PersonChip, Progress, Section } from '#ui/index.ts'
import { DecideDialog } from '../act/DecideDialog.tsx'
import { AdoptionShape } from '../page/AdoptionShape.tsx'
import styles from '../practice.module.css'

type Unit = Answer<'GET /units/{unit}/practices'>
const groups = [
  ['runs', ['adopted']],
  ['tries', ['trying']],
  ['decidedAgainst', ['declined', 'dropped']],
] as const

/** What a unit runs, tries, was asked, and decided against. */
export function WhatWeRunPage({ params }: { params: { unit: string } }) {
  const t = useWords('practice')
  const { data } = useSuspenseQuery(query('GET /units/{unit}/practices', { params }))
  const nothing = data.decisions.length + data.asked.length + data.runs.length === 0
  return (
    <Page
      title={t('unit.title', { unit: data.unit.name })}
      lead={t('unit.lead')}
      above={<Go to={paths.unit(data.unit.id)}>{t('unit.back')}</Go>}
    >
      {nothing && (
        <EmptyState
          title={t('unit.none')}
          action={
            <Button component={Go} to={paths.practices()} variant="default">
              {t('unit.browse')}
            </Button>
          }
        >
          {t('unit.noneHow')}
        </EmptyState>
      )}
      <Asked unit={data} />
      <Runs unit={data} />
      {groups.map(([word, states]) => (
        <Decisions key={word} unit={data} title={t(`unit.${word}`)} states={states} />
      ))}
    </Page>
  )
}

function Asked({ unit }: { unit: Unit }) {
  const t = useWords('practice')
  const [deciding, setDeciding] = useState<Unit['asked'][number]>()
  if (unit.asked.length === 0) return null
  return (
    <Section title={t('unit.asked')} count={unit.asked.length}>
      <ul className={styles.lines}>
        {unit.asked.map((one) => (
          <AskedLine key={one.practice.id} unit={unit} one={one} onDecide={() => setDeciding(one)} />
        ))}
      </ul>
      {deciding && (
        <DecideDialog
          practice={deciding.practice}
          units={[{ ...unit.unit, next: deciding.next }]}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Section>
  )
}

interface AskedLineProps {
  unit: Unit
  one: Unit['asked'][number]
  onDecide: () => void
}

function AskedLine({ unit, one: { practice, message, dueOn, late, at, next }, onDecide }: AskedLineProps) {
  const t = useWords('practice')
  const when = useWhen()
  return (
    <li className={styles.line}>
      <h3 className={styles.name}>
        <Go to={paths.practice(practice.id)}>{practice.title}</Go>
      </h3>
      {message && <p className={styles.said}>{message}</p>}
      <p className={styles.facts}>
        <span>{t('unit.askedOn', { day: when.day(at) })}</span>
        {dueOn && (
          <Mark kind={late ? 'partly' : 'note'}>{t(late ? 'answerWasBy' : 'answerBy', { day: when.day(dueOn) })}</Mark>
        )}
      </p>
      {next.length > 0 && (
        <Button variant="default" onClick={onDecide} className={styles.start}>
          {t('act.decideHere', { unit: unit.unit.name })}
        </Button>
      )}
    </li>
  )
}

function Runs({ unit }: { unit: Unit }) {
  const t = useWords('practice')
  const when = useWhen()
  if (unit.runs.length === 0) return null
  return (
    <Section title={t('unit.openRuns')}>
      <ul className={styles.lines}>
        {unit.runs.map((run) => (
          <li key={run.id} className={styles.line}>
            <h3 className={styles.name}>
              <Go to={paths.run(run.practice.id, run.id)}>{run.title || run.practice.title}</Go>
            </h3>
            {run.title && <p className={styles.soft}>{run.practice.title}</p>}
            {run.endedAt ? (
              <p className={styles.soft}>{t('run.endedOn', { day: when.day(run.endedAt) })}</p>
            ) : (
              <Progress label={t('run.progress')} value={run.done} of={run.steps} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface DecisionsProps {
  unit: Unit
  title: string
  states: readonly Unit['decisions'][number]['state'][]
}

function Decisions({ unit, title, states }: DecisionsProps) {
  const t = useWords('practice')
  const when = useWhen()
  const [deciding, setDeciding] = useState<Unit['decisions'][number]>()
  const shown = unit.decisions.filter(({ state }) => states.includes(state))
  if (shown.length === 0) return null
  return (
    <Section title={title} count={shown.length}>
      <ul className={styles.lines}>
        {shown.map((decision) => (
          <li key={decision.practice.id} className={styles.line}>
            <h3 className={styles.name}>
              <AdoptionShape state={decision.state} />{' '}
              <Go to={paths.practice(decision.practice.id)}>{decision.practice.title}</Go>
            </h3>
            <p className={styles.said}>{decision.reason}</p>
            <p className={styles.facts}>
              <span>{t(`adoption.${decision.state}`)}</span>
              <time dateTime={decision.at}>{when.day(decision.at)}</time>
              {decision.by && (
                <PersonChip
                  name={decision.by.name}
                  photo={decision.by.photo}
                  to={paths.person(decision.by.id)}
                  gone={decision.by.gone}
                />
              )}
              <EvidenceDots {...decision.practice.evidence} />
            </p>
            {decision.next.length > 0 && (
              <Button variant="subtle" size="compact-sm" onClick={() => setDeciding(decision)} className={styles.start}>
                {t('unit.decideAgain')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deciding && (
        <DecideDialog
          practice={deciding.practice}
          units={[{ ...unit.unit, next: deciding.next }]}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Section>
  )
}
