import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { OrderActs } from '#order/OrderActs.tsx'
import { OrderNotes } from '#order/OrderNotes.tsx'
import { CommunityTag, EmptyState, Go, Mark, Page, PersonChip, Section, toast, useGo } from '#ui/index.ts'
import styles from '../sensing.module.css'
import type { Signal } from '../types.ts'
import { readAgain } from '../use-act.ts'
import { OutcomeMark } from './state.tsx'
import { TriageDialog, type Meaning } from './TriageDialog.tsx'

/** One piece of news from outside, and what it means for us. */
export function SignalPage({ params }: { params: { signal: string } }) {
  const t = useWords('sensing')
  const when = useWhen()
  const { data: signal } = useSuspenseQuery(query('GET /signals/{signal}', { params }))
  const { community, feed, addedBy, publishedAt, foundAt, from } = signal
  return (
    <Page
      title={signal.title}
      above={
        <>
          {community && <CommunityTag {...community} long to={paths.community(community.slug)} />}
          <OutcomeMark {...signal} />
        </>
      }
      lead={
        <span className={styles.facts}>
          <span>{feed ? feed.title : t('signal.toldBy', { name: addedBy?.name ?? t('somebody') })}</span>
          {publishedAt && <span>{t('signal.published', { day: when.day(publishedAt) })}</span>}
          <span>{t('signal.found', { day: when.day(foundAt) })}</span>
        </span>
      }
    >
      <OrderNotes kind="signal" page={signal.id} />
      {signal.summary && <p className={styles.said}>{signal.summary}</p>}
      {signal.link && (
        <p className={styles.link}>
          <a href={signal.link} rel="noopener noreferrer nofollow" target="_blank">
            <IconExternalLink size={16} aria-hidden="true" /> {t('signal.open', { host: new URL(signal.link).host })}
          </a>
        </p>
      )}
      {from && (
        <p className={styles.soft}>
          {t('signal.from')} <Go to={paths.signal(from.id)}>{from.title}</Go>
        </p>
      )}
      {community ? <Meaning signal={signal} /> : <ForAll signal={signal} />}
      {signal.triage.length > 0 && <Triage signal={signal} />}
      <OrderActs kind="signal" page={signal.id} texts={[]} />
    </Page>
  )
}

const meanings = ['inquiry', 'watch', 'escalation', 'nothing'] as const

/** What does it mean for us? Four answers, each with a reason. */
function Meaning({ signal }: { signal: Signal }) {
  const t = useWords('sensing')
  const client = useQueryClient()
  const [open, setOpen] = useState<Meaning>()
  const { may, id } = signal
  const undo = () =>
    api('DELETE /signals/{signal}/triage', { params: { signal: id } })
      .then(() => readAgain(client))
      .then(
        () => toast(t('signal.undone')),
        (error: Error) => toast(error.message),
      )
  if (!may.triage && !may.undo) return null
  return (
    <Section title={t('signal.meaning')}>
      {may.triage && (
        <>
          <p className={styles.soft}>{t('signal.meaningHow')}</p>
          <div className={styles.acts}>
            {meanings
              .filter((meaning) => meaning !== 'escalation' || may.escalate)
              .map((meaning) =>
                meaning === 'escalation' ? (
                  <Button key={meaning} variant="default" component={Go} to={paths.escalate({ signal: id })}>
                    {t('meaning.escalation')}
                  </Button>
                ) : (
                  <Button key={meaning} variant="default" onClick={() => setOpen(meaning)}>
                    {t(`meaning.${meaning}`)}
                  </Button>
                ),
              )}
          </div>
        </>
      )}
      {may.undo && (
        <Button className={styles.start} variant="subtle" color="gray" mt="xs" onClick={() => void undo()}>
          {t('signal.undo')}
        </Button>
      )}
      {open && <TriageDialog signal={signal} meaning={open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

/** A signal of the organization: communities take it up, and say there what it means. */
function ForAll({ signal }: { signal: Signal }) {
  const t = useWords('sensing')
  const go = useGo()
  const client = useQueryClient()
  const { may, takenUp, id } = signal
  const takeUp = (community: string) =>
    api('PUT /signals/{signal}/communities/{community}', { params: { signal: id, community } }).then(
      async (made) => {
        await readAgain(client)
        go(paths.signal(made.id))
      },
      (error: Error) => toast(error.message),
    )
  return (
    <Section title={t('forAll.title')}>
      {takenUp.length === 0 && may.takeUpFor.length === 0 && (
        <EmptyState title={t('forAll.none')}>{t('forAll.noneHow')}</EmptyState>
      )}
      {takenUp.length > 0 && (
        <ul className={styles.tags}>
          {takenUp.map((one) => (
            <li key={one.id}>
              <CommunityTag {...one.community} long to={paths.signal(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {may.takeUpFor.length > 0 && (
        <>
          <p className={styles.soft}>{t('forAll.how')}</p>
          <div className={styles.acts}>
            {may.takeUpFor.map((community) => (
              <Button key={community.id} variant="default" onClick={() => void takeUp(community.id)}>
                {community.name}
              </Button>
            ))}
          </div>
        </>
      )}
    </Section>
  )
}

/** What was made of it, the latest first; what was taken back stays readable. */
function Triage({ signal: { triage } }: { signal: Signal }) {
  const t = useWords('sensing')
  const when = useWhen()
  return (
    <Section title={t('triage.title')}>
      <ol className={styles.moves}>
        {triage.map((one) => (
          <li key={one.id} data-weighty={one.undone ? undefined : true}>
            <p className={styles.facts}>
              <strong>{t(`outcome.${one.outcome}`)}</strong>
              {one.undone && <Mark kind="quiet">{t('triage.undone', { day: when.day(one.undone.at) })}</Mark>}
            </p>
            <p className={styles.said}>{one.reason}</p>
            {one.inquiry && <Go to={paths.inquiry(one.inquiry.id)}>{one.inquiry.title ?? t('withheld')}</Go>}
            {one.escalation && <Go to={paths.escalation(one.escalation.id)}>{one.escalation.title}</Go>}
            <p className={styles.facts}>
              {one.by && (
                <PersonChip name={one.by.name} photo={one.by.photo} to={paths.person(one.by.id)} gone={one.by.gone} />
              )}
              <time dateTime={one.at}>{when.day(one.at)}</time>
              {one.watchUntil && <span>{t('outcome.watchUntil', { day: when.day(one.watchUntil) })}</span>}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
