import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, type MarkKind, Page, PersonChip, Shape, TimeAxis, UnitTag, useAddress } from '#ui/index.ts'
import { practiceQuery } from '../api.ts'
import styles from '../practice.module.css'

type Entry = Answer<'GET /practices/{practice}/history'>['items'][number]

/** From the first question to the latest run, on one line of time. */
export function HistoryPage({ params }: { params: { practice: string } }) {
  const t = useWords('practice')
  const when = useWhen()
  const { data: practice } = useSuspenseQuery(practiceQuery(params.practice))
  const { data } = useSuspenseQuery(query('GET /practices/{practice}/history', { params }))
  const [{ at: chosen }, change] = useAddress()
  const entries = data.items.map((entry, place) => ({ ...entry, key: String(place) }))
  const select = (key: string) => {
    change({ at: key })
    document.getElementById(`entry-${key}`)?.scrollIntoView({ block: 'center' })
  }
  return (
    <Page
      title={t('history.title', { title: practice.title })}
      lead={t('history.lead')}
      above={<Go to={paths.practice(practice.id)}>{t('back')}</Go>}
    >
      <div className={styles.wide}>
        <TimeAxis
          points={entries.map((entry) => ({
            id: entry.key,
            at: entry.at,
            kind: kindOf(entry),
            label: `${said(entry)}, ${when.day(entry.at)}`,
          }))}
          format={(moment) => when.day(moment)}
          onSelect={select}
          selected={chosen}
        />
      </div>
      <ol className={styles.timeline}>
        {entries.map((entry) => (
          <li key={entry.key} id={`entry-${entry.key}`} data-chosen={entry.key === chosen || undefined}>
            <time dateTime={entry.at}>{when.day(entry.at)}</time>
            <Shape kind={kindOf(entry)} />
            <div>
              <p className={styles.facts}>
                <strong>{said(entry)}</strong>
                {entry.unit && <UnitTag name={entry.unit.name} to={paths.unit(entry.unit.id)} />}
                {entry.by && (
                  <PersonChip
                    name={entry.by.name}
                    photo={entry.by.photo}
                    to={paths.person(entry.by.id)}
                    gone={entry.by.gone}
                  />
                )}
              </p>
              <Words entry={entry} />
            </div>
          </li>
        ))}
      </ol>
    </Page>
  )

  function said({ what, state, revision }: Entry): string {
    if (what === 'moved') return t(`history.moved.${state as 'draft'}`)
    if (what === 'adoption') return t(`adoption.${state as 'trying'}`)
    if (what === 'validated') return t(state === 'holds' ? 'history.validated' : 'history.notValidated')
    if (what === 'applied' || what === 'runEnded')
      return t(`history.${what}`, { outcome: t(`outcome.${state as 'worked'}`) })
    return t(`history.${what}`, { revision })
  }
}

function Words({ entry: { what, words, id } }: { entry: Entry }) {
  if (what === 'asked' && id) {
    return (
      <p>
        <Go to={paths.inquiry(id)}>{words}</Go>
      </p>
    )
  }
  if (what === 'variant' && id) {
    return (
      <p>
        <Go to={paths.practice(id)}>{words}</Go>
      </p>
    )
  }
  return words ? <p className={styles.said}>{words}</p> : null
}

function kindOf({ what, state }: Entry): MarkKind {
  if (what === 'applied' || what === 'runEnded') return state as 'worked' | 'partly' | 'failed'
  if (what === 'validated') return state === 'holds' ? 'worked' : 'partly'
  if (what === 'adoption') return state === 'adopted' || state === 'trying' ? 'worked' : 'quiet'
  return what === 'moved' && state === 'retired' ? 'quiet' : 'note'
}
