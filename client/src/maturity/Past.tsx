import type { MaturityAssessment, MaturityPage } from '@mortar/contract/measurement-maturity'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { type Column, DataTable, Section } from '#ui/index.ts'
import styles from './maturity.module.css'

/** Every assessment that was done: answers and the evidence of its day. */
export function Past({ page: { ended, questions } }: { page: MaturityPage }) {
  const t = useWords('maturity')
  const when = useWhen()
  const columns: Column<MaturityAssessment>[] = [
    { id: 'on', head: t('past.on'), cell: (one) => when.day(one.ended!.at) },
    ...questions.map(({ id, name }) => ({
      id,
      head: name,
      cell: (one: MaturityAssessment) => {
        const level = one.answers.find(({ question }) => question === id)?.level
        return t('past.cell', { level: level ?? '–', evidence: one.evidence[id] ?? '–' })
      },
      numeric: true,
    })),
  ]
  return (
    <Section title={t('past.title')} count={ended.length || undefined}>
      {ended.length === 0 ? (
        <p className={styles.soft}>{t('past.none')}</p>
      ) : (
        <>
          <p className={styles.soft}>{t('past.how')}</p>
          <DataTable caption={t('past.title')} columns={columns} rows={ended} rowKey={({ id }) => id} />
          <Reasons latest={ended[0]!} questions={questions} />
        </>
      )}
    </Section>
  )
}

function Reasons({ latest, questions }: { latest: MaturityAssessment; questions: MaturityPage['questions'] }) {
  const said = questions.flatMap(({ id, name }) => {
    const why = latest.answers.find(({ question }) => question === id)?.why
    return why ? { id, name, why } : []
  })
  if (said.length === 0) return null
  return (
    <dl className={styles.reasons} data-no-words>
      {said.map(({ id, name, why }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  )
}
