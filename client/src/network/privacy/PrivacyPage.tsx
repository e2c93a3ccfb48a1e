import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { type Answer, query } from '#app/api.ts'
import { useOfOrganization } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DataTable, EmptyState, Go, ListSkeleton, Page, PersonChip, Section } from '#ui/index.ts'
import styles from '../network.module.css'
import { useChannel } from '../channels.ts'
import { Choose } from '../sources/Choose.tsx'
import { SourceFacts } from '../sources/SourceFacts.tsx'

const OwnErasure = lazy(() => import('#erasure/OwnErasure.tsx').then((module) => ({ default: module.OwnErasure })))

const PairingNotice = lazy(() =>
  import('#learning/pairs/PairingNotice.tsx').then((module) => ({ default: module.PairingNotice })),
)

type Privacy = Answer<'GET /privacy'>

/** What the map knows about me: seen by me alone, and withdrawn by me at any time. */
export function PrivacyPage() {
  const t = useWords('network')
  const { data } = useSuspenseQuery(query('GET /privacy'))
  const within = useOfOrganization()
  return (
    <Page
      title={t('privacy.title')}
      lead={t('privacy.lead')}
      actions={
        <>
          <Button component={Go} to={paths.sources()} variant="default">
            {t('sources.title')}
          </Button>
          {within && (
            <Button component={Go} to={paths.surveys()} variant="default">
              {t('sources.surveys')}
            </Button>
          )}
        </>
      }
    >
      {data.sources.length === 0 ? (
        <EmptyState title={t('privacy.none')}>{t('privacy.noneHow')}</EmptyState>
      ) : (
        <Section title={t('privacy.sources')}>
          <ul className={styles.list}>
            {data.sources.map((source) => (
              <OwnSource key={source.id} source={source} />
            ))}
          </ul>
        </Section>
      )}
      <Ties ties={data.ties} />
      <Computed data={data} />
      {within && (
        <Suspense fallback={<ListSkeleton lines={2} />}>
          <PairingNotice />
        </Suspense>
      )}
      <Suspense fallback={<ListSkeleton lines={2} />}>
        <OwnErasure />
      </Suspense>
      <Section title={t('privacy.never')}>
        <ul className={styles.report}>
          {(['bodies', 'ranking', 'others', 'few', 'asked'] as const).map((rule) => (
            <li key={rule}>{t(`never.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function OwnSource({ source }: { source: Privacy['sources'][number] }) {
  const t = useWords('network')
  const when = useWhen()
  const channelWord = useChannel()
  const total = source.months.reduce((sum, { times }) => sum + times, 0)
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3>{source.name}</h3>
      </div>
      <SourceFacts source={source} />
      <Choose source={source} />
      <p className={styles.soft}>
        {total > 0 ? t('privacy.held', { total, since: source.oldest ?? '' }) : t('privacy.nothing')}
      </p>
      {source.aliases.length > 0 && (
        <p className={styles.soft}>{t('privacy.aliases', { list: when.list(source.aliases) })}</p>
      )}
      {total > 0 && (
        <details>
          <summary>{t('privacy.byMonth')}</summary>
          <DataTable
            caption={t('privacy.byMonthOf', { name: source.name })}
            columns={[
              { id: 'month', head: t('privacy.month'), cell: ({ month }) => month, sort: ({ month }) => month },
              { id: 'channel', head: t('privacy.channel'), cell: ({ channel }) => channelWord(channel) },
              { id: 'times', head: t('privacy.times'), cell: ({ times }) => when.number(times), numeric: true },
            ]}
            rows={source.months}
            rowKey={({ month, channel }) => `${month} ${channel}`}
            sorted="-month"
          />
        </details>
      )}
    </li>
  )
}

function Ties({ ties }: { ties: Privacy['ties'] }) {
  const t = useWords('network')
  return (
    <Section title={t('privacy.ties')}>
      <p className={styles.said}>{t('privacy.tiesWhat')}</p>
      {ties.length === 0 ? (
        <p className={styles.soft}>{t('privacy.noTies')}</p>
      ) : (
        <ul className={styles.lines}>
          {ties.map(({ person, strength, times }) => (
            <li key={person.id} className={styles.line}>
              <PersonChip
                to={paths.person(person.id)}
                name={person.name}
                photo={person.photo}
                note={[person.title, person.unit].filter(Boolean).join(', ')}
                gone={person.gone}
              />
              <span className={styles.soft}>{t(`strength.${strength}`, { times })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const known = [
  'source_agreed',
  'source_withdrawn',
  'source_announced',
  'source_changed',
  'source_registered',
  'source_closed',
  'recognition_asked',
  'recognition_answered',
  'recognition_begun',
  'recognition_withdrawn',
  'position_shown',
  'position_hidden',
  'survey_opened',
  'survey_reminded',
  'survey_answered',
  'survey_declined',
] as const

function Computed({ data: { runs, steps } }: { data: Privacy }) {
  const t = useWords('network')
  const when = useWhen()
  const told = steps.flatMap((step) => {
    const verb = known.find((one) => step.verb === `network.${one}`)
    return verb ? [{ ...step, words: t(`step.${verb}`) }] : []
  })
  return (
    <Section title={t('privacy.computed')}>
      <p className={styles.said}>
        {runs.length === 0 ? t('privacy.noRuns') : t('privacy.runs', { count: runs.length })}{' '}
        {runs.map(({ at }) => when.day(at)).join(', ')}
      </p>
      {told.length > 0 && (
        <ul className={styles.lines}>
          {told.map(({ at, words }) => (
            <li key={`${at} ${words}`} className={styles.line}>
              <span>{words}</span>
              <time dateTime={at} className={styles.soft}>
                {when.time(at)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
