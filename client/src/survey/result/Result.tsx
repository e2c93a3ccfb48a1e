import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { DataTable, Section, UnitTag } from '#ui/index.ts'
import styles from '../survey.module.css'
import { csvOf } from './csv.ts'
import { Figures } from './Figures.tsx'

/** What a closed survey published: as a whole, unit by unit, and between units. */
export function Result({ survey }: { survey: Answer<'GET /surveys/{survey}'> }) {
  const t = useWords('survey')
  const { data } = useSuspenseQuery(query('GET /surveys/{survey}/result', { params: { survey: survey.id } }))
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(data, t)], { type: 'text/csv' }))
    const link = Object.assign(document.createElement('a'), { href: address, download: `${survey.name}.csv` })
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Section
      title={t('result.title')}
      action={
        survey.may.response && (
          <Button variant="default" onClick={save}>
            {t('result.export')}
          </Button>
        )
      }
    >
      <p className={styles.said}>{t('result.what')}</p>
      <Figures figures={data.whole} />
      <Compared compared={data.compared} />
      {data.units.length > 0 && (
        <details>
          <summary>{t('result.units')}</summary>
          {data.units.map((figures) => (
            <Figures key={figures.unit!.id} figures={figures} />
          ))}
        </details>
      )}
      {survey.may.response && <Flows flows={data.flows} />}
    </Section>
  )
}

function Flows({ flows }: { flows: Answer<'GET /surveys/{survey}/result'>['flows'] }) {
  const t = useWords('survey')
  const when = useWhen()
  return (
    <details>
      <summary>{t('result.flows')}</summary>
      <p className={styles.soft}>{t('result.flowsWhat')}</p>
      <DataTable
        caption={t('result.flows')}
        columns={[
          {
            id: 'from',
            head: t('result.from'),
            cell: ({ from }) => <UnitTag name={from.name} to={paths.unit(from.id)} />,
          },
          { id: 'to', head: t('result.to'), cell: ({ to }) => <UnitTag name={to.name} to={paths.unit(to.id)} /> },
          {
            id: 'people',
            head: t('result.count'),
            cell: ({ people }) => t('response.atLeast', { answered: when.number(people) }),
            sort: ({ people }) => people,
            numeric: true,
          },
        ]}
        rows={flows}
        rowKey={({ from, to }) => `${from.id} ${to.id}`}
        sorted="-people"
        empty={<p className={styles.soft}>{t('result.noFlows')}</p>}
      />
    </details>
  )
}

function Compared({ compared }: { compared: Answer<'GET /surveys/{survey}/result'>['compared'] }) {
  const t = useWords('survey')
  const when = useWhen()
  if (!compared) return null
  const { at, people, surveyInTraces, tracesInSurvey, sources } = compared
  return (
    <div className={styles.group}>
      <h3>{t('compared.title')}</h3>
      {surveyInTraces === null && tracesInSurvey === null ? (
        <p>{t('compared.few')}</p>
      ) : (
        <>
          <p>{t('compared.what', { people, sources: when.list(sources), day: when.day(at) })}</p>
          <ul>
            {surveyInTraces !== null && <li>{t('compared.forward', { share: when.percent(surveyInTraces) })}</li>}
            {tracesInSurvey !== null && <li>{t('compared.back', { share: when.percent(tracesInSurvey) })}</li>}
          </ul>
        </>
      )}
      <p className={styles.soft}>{t('compared.how')}</p>
    </div>
  )
}
