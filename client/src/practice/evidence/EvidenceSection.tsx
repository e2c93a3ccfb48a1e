import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import {
  actWithUndo,
  EmptyState,
  EvidenceDots,
  Go,
  Mark,
  PersonChip,
  Refusal,
  Section,
  TimeAxis,
  UnitTag,
} from '#ui/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import { type Application, type Practice, readAgain } from '../api.ts'
import styles from '../practice.module.css'
import { EvidenceRuleState } from './EvidenceRuleState.tsx'
import { useOlder } from './use-older.ts'
import { Validations } from './Validations.tsx'

/** One dot for each application on a line of time; a dot opens its story. */
export function EvidenceSection({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const { evidence, workshop, validation } = practice
  const { all: applications, more, fetching } = useOlder(practice)
  const [chosen, setChosen] = useState<string>()
  const [unit, setUnit] = useState<string>()
  const shown = unit ? applications.filter((one) => one.unit?.id === unit) : applications
  if (applications.length === 0 && practice.state !== 'current') return null
  return (
    <Section title={t('evidence.title')} count={<EvidenceDots {...evidence} />}>
      {applications.length === 0 ? (
        <EmptyState title={t('evidence.none')}>{t('evidence.noneHow')}</EmptyState>
      ) : (
        <>
          <div className={styles.wide}>
            <TimeAxis
              points={shown.map((one) => ({ id: one.id, at: one.at, kind: one.outcome, label: labelOf(one) }))}
              format={(moment) => when.day(moment)}
              onSelect={(id) => setChosen(id === chosen ? undefined : id)}
              selected={chosen}
            />
          </div>
          <Units applications={applications} chosen={unit} onChoose={setUnit} />
          <Stories practice={practice} applications={shown} chosen={chosen} />
          {more > 0 && (
            <Button variant="subtle" onClick={fetching.act} loading={fetching.pending} className={styles.start}>
              {t('evidence.older', { count: more })}
            </Button>
          )}
          <Refusal error={fetching.error} />
        </>
      )}
      {validation && (
        <p className={styles.soft}>
          {t('validatedBy', { day: when.day(validation.at), name: validation.by?.name ?? t('somebody') })}{' '}
          {validation.reasons}
        </p>
      )}
      {(workshop || validation) && <Validations practice={practice} />}
      {workshop && practice.state === 'current' && !practice.validatedAt && <EvidenceRuleState {...workshop} />}
    </Section>
  )

  function labelOf({ outcome, at, unit: where, place }: Application) {
    return [t(`outcome.${outcome}`), when.day(at), where?.name, place].filter(Boolean).join(', ')
  }
}

interface UnitsProps {
  applications: readonly Application[]
  chosen: string | undefined
  onChoose: (unit: string | undefined) => void
}

function Units({ applications, chosen, onChoose }: UnitsProps) {
  const t = useWords('practice')
  const names = new Map(applications.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : [])))
  if (names.size < 2) return null
  return (
    <div className={styles.choices} role="group" aria-label={t('evidence.byUnit')}>
      <button type="button" aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
        {t('evidence.everywhere')}
      </button>
      {[...names].map(([id, name]) => (
        <button key={id} type="button" aria-pressed={chosen === id} onClick={() => onChoose(id)}>
          {name}
        </button>
      ))}
    </div>
  )
}

interface StoriesProps {
  practice: Practice
  applications: readonly Application[]
  chosen: string | undefined
}

const few = 3

/** The chosen story, or the newest ones that say something. */
function Stories({ practice, applications, chosen }: StoriesProps) {
  const t = useWords('practice')
  const [all, setAll] = useState(false)
  const told = applications.filter(({ changed, different }) => changed || different)
  const shown = chosen ? applications.filter(({ id }) => id === chosen) : all ? applications : told.slice(0, few)
  return (
    <>
      <ul className={styles.stories} aria-live="polite">
        {shown.map((one) => (
          <Story key={one.id} practice={practice} application={one} />
        ))}
      </ul>
      {!chosen && !all && applications.length > shown.length && (
        <Button variant="subtle" onClick={() => setAll(true)} className={styles.start}>
          {t('evidence.all', { count: applications.length })}
        </Button>
      )}
    </>
  )
}

function Story({ practice, application: one }: { practice: Practice; application: Application }) {
  const t = useWords('practice')
  const when = useWhen()
  const client = useQueryClient()
  const { id: application, outcome, unit, place, changed, different, by, at, run, inquiry } = one
  const withdraw = () =>
    actWithUndo(
      t('apply.withdrawn'),
      async () => {
        await api('DELETE /practices/{practice}/applications/{application}', {
          params: { practice: practice.id, application },
        })
        await readAgain(client)
      },
      async () => {
        await api('DELETE /practices/{practice}/applications/{application}/withdrawal', {
          params: { practice: practice.id, application },
        })
        await readAgain(client)
      },
    )
  return (
    <li className={styles.story} data-kind={outcome}>
      <p className={styles.facts}>
        <Mark kind={outcome}>{t(`outcome.${outcome}`)}</Mark>
        {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} gone={by.gone} />}
        {unit && <UnitTag name={unit.name} to={paths.unit(unit.id)} />}
        {place && <span>{place}</span>}
        <time dateTime={at}>{when.day(at)}</time>
        {run && <span>{t('evidence.fromRun')}</span>}
      </p>
      {changed && <p className={styles.said}>{changed}</p>}
      {different && (
        <p className={styles.said}>
          <span className={styles.soft}>{t('evidence.different')} </span>
          {different}
        </p>
      )}
      {inquiry && <Go to={paths.inquiry(inquiry)}>{t('evidence.inquiry')}</Go>}
      {one.mine && !run && (
        <Button variant="subtle" size="compact-sm" onClick={() => void withdraw()} className={styles.start}>
          {t('apply.withdraw')}
        </Button>
      )}
    </li>
  )
}
