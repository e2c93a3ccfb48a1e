import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, query } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DataTable, EmptyState, Mark, Section } from '#ui/index.ts'
import styles from '../learning.module.css'
import { BeginDialog } from './BeginDialog.tsx'

type Round = Answer<'GET /learning/rounds'>['items'][number]

/** Rounds in counts, for those who lead learning: who is in them, nobody sees but the two of each pair. */
export function Rounds() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/rounds'))
  const [beginning, setBeginning] = useState(false)
  const begin = (
    <Button variant="default" onClick={() => setBeginning(true)}>
      {t('rounds.begin')}
    </Button>
  )
  return (
    <Section title={t('rounds.title')} action={data.items.length > 0 && begin}>
      <p className={styles.soft}>{t('rounds.what')}</p>
      {data.items.length === 0 ? (
        <EmptyState title={t('rounds.none')} action={begin}>
          {t('rounds.noneHow')}
        </EmptyState>
      ) : (
        <Table rounds={data.items} />
      )}
      {beginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </Section>
  )
}

function Table({ rounds }: { rounds: Round[] }) {
  const t = useWords('learning')
  const when = useWhen()
  const about = (people: number | null) => (people === null ? t('rounds.few') : t('lead.about', { n: people }))
  return (
    <DataTable
      caption={t('rounds.title')}
      rows={rounds}
      rowKey={({ id }) => id}
      columns={[
        { id: 'kind', head: t('rounds.kind'), cell: ({ kind }) => t(`rounds.kind_${kind}`) },
        { id: 'begun', head: t('rounds.begun'), cell: ({ at }) => when.day(at) },
        {
          id: 'state',
          head: t('rounds.state'),
          cell: ({ state, answerBy, endsOn }) => (
            <span className={styles.topic}>
              <Mark kind={state === 'closed' ? 'worked' : 'partly'}>{t(`rounds.state_${state}`)}</Mark>
              <span className={styles.softly}>
                {t('rounds.until', { day: when.day(state === 'asking' ? answerBy : endsOn) })}
              </span>
            </span>
          ),
        },
        { id: 'people', head: t('rounds.people'), cell: ({ people }) => about(people), numeric: true },
        {
          id: 'agreed',
          head: t('rounds.agreed'),
          cell: ({ state, agreed }) => (state === 'asking' ? t('rounds.later') : about(agreed)),
          numeric: true,
        },
        { id: 'help', head: t('rounds.help'), cell: (round) => <Helped round={round} /> },
      ]}
    />
  )
}

function Helped({ round: { help, lines } }: { round: Round }) {
  const t = useWords('learning')
  if (!help) return <span className={styles.softly}>{t('rounds.later')}</span>
  const told = (['yes', 'somewhat', 'no'] as const).filter((answer) => help[answer] !== null)
  return (
    <div className={styles.helped}>
      <span>
        {told.length === 0
          ? t('rounds.few')
          : told.map((answer) => `${t(`pairs.help.${answer}`)} ${help[answer]}`).join(' · ')}
      </span>
      {lines.length > 0 && (
        <details>
          <summary className={styles.soft}>{t('rounds.lines', { count: lines.length })}</summary>
          <ul className={styles.rules}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
