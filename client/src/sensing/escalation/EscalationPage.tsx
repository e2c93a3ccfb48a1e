import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useLive } from '#app/live.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { OrderActs } from '#order/OrderActs.tsx'
import { OrderNotes } from '#order/OrderNotes.tsx'
import { CommunityTag, Go, Markdown, Page, PersonChip, Section, UnitTag } from '#ui/index.ts'
import styles from '../sensing.module.css'
import type { Escalation } from '../types.ts'
import { Acts } from './Acts.tsx'
import { Moves } from './Moves.tsx'
import { StateMark } from './state.tsx'

/** A matter put to a manager: what is asked, where it stands, and every step it took. */
export function EscalationPage({ params }: { params: { escalation: string } }) {
  const t = useWords('sensing')
  const asked = query('GET /escalations/{escalation}', { params })
  const { data: escalation } = useSuspenseQuery(asked)
  useLive(`escalation:${escalation.id}`, [asked])
  const { community } = escalation
  return (
    <Page
      title={escalation.title}
      above={
        <>
          <CommunityTag {...community} long to={paths.community(community.slug)} />
          <StateMark {...escalation} />
        </>
      }
      actions={<Acts escalation={escalation} />}
      side={<Side escalation={escalation} />}
    >
      <OrderNotes kind="escalation" page={escalation.id} />
      <Way escalation={escalation} />
      <Section title={t('escalation.asked')}>
        <Markdown html={escalation.asked.html} />
      </Section>
      {escalation.background && (
        <Section title={t('escalation.background')}>
          <Markdown html={escalation.background.html} />
        </Section>
      )}
      <Section title={t('escalation.steps')}>
        <Moves moves={escalation.moves} />
      </Section>
      <OrderActs
        kind="escalation"
        page={escalation.id}
        texts={[escalation.asked.html, escalation.background?.html ?? null]}
      />
    </Page>
  )
}

const stations = ['sent', 'received', 'decided', 'done'] as const

/** Where it stands on its way; what was withdrawn is on none. */
function Way({ escalation: { state } }: { escalation: Escalation }) {
  const t = useWords('sensing')
  if (state === 'withdrawn') return null
  return (
    <ol className={styles.way} aria-label={t('escalation.way')}>
      {stations.map((station) => (
        <li
          key={station}
          data-here={station === state || undefined}
          aria-current={station === state ? 'step' : undefined}
        >
          {t(`state.${station}`)}
        </li>
      ))}
    </ol>
  )
}

function Side({ escalation }: { escalation: Escalation }) {
  const t = useWords('sensing')
  const when = useWhen()
  const { manager, delegate, unit, inquiry, signal, sentBy, sentAt, readers } = escalation
  return (
    <>
      <Section small title={t('escalation.answers')}>
        {manager ? (
          <PersonChip
            name={manager.name}
            photo={manager.photo}
            to={paths.person(manager.id)}
            note={manager.title}
            gone={manager.gone}
          />
        ) : (
          <p>{t('escalation.nobodyAnswers')}</p>
        )}
        {delegate && (
          <p className={styles.facts}>
            {t('escalation.dealtWithBy')}{' '}
            <PersonChip
              name={delegate.name}
              photo={delegate.photo}
              to={paths.person(delegate.id)}
              gone={delegate.gone}
            />
          </p>
        )}
        <p>
          <UnitTag name={unit.name} to={paths.unit(unit.id)} />
        </p>
      </Section>
      {(inquiry || signal) && (
        <Section small title={t('escalation.comesFrom')}>
          {inquiry && <Go to={paths.inquiry(inquiry.id)}>{inquiry.title ?? t('withheld')}</Go>}
          {signal && <Go to={paths.signal(signal.id)}>{signal.title}</Go>}
        </Section>
      )}
      <p className={styles.soft}>
        {t('escalation.sentBy', { name: sentBy?.name ?? t('somebody'), day: when.day(sentAt) })}
      </p>
      <p className={styles.soft}>{t(`readers.${readers}`)}</p>
    </>
  )
}
