import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, Page, Section, UnitTag } from '#ui/index.ts'
import { Acts } from './Acts.tsx'
import { Response } from './result/Response.tsx'
import { Result } from './result/Result.tsx'
import { useStateOf } from './state.ts'
import styles from './survey.module.css'

type Survey = Answer<'GET /surveys/{survey}'>

/** One survey: what people are told of it, one's own part, the office's work with it, and what came of it. */
export function SurveyPage({ params }: { params: { survey: string } }) {
  const t = useWords('survey')
  const stateOf = useStateOf()
  const { data: survey } = useSuspenseQuery(query('GET /surveys/{survey}', { params }))
  return (
    <Page
      title={survey.name}
      above={
        <>
          <Go to={paths.surveys()}>{t('surveys.title')}</Go> <span>{stateOf(survey)}</span>
        </>
      }
      lead={survey.mine && t(`mine.${survey.mine}`)}
      actions={<Acts survey={survey} />}
    >
      {survey.may.result && <Result survey={survey} />}
      {survey.may.response && <Response survey={survey.id} />}
      <Facts survey={survey} />
    </Page>
  )
}

function Facts({ survey }: { survey: Survey }) {
  const t = useWords('survey')
  const { units, communities } = survey
  return (
    <Section title={t('fact.what')}>
      <dl className={styles.facts}>
        <dt>{t('fact.purpose')}</dt>
        <dd>{survey.purpose}</dd>
        <dt>{t('fact.ground')}</dt>
        <dd>{survey.legalGround}</dd>
        <dt>{t('fact.for')}</dt>
        <dd className={styles.tags}>
          {units.length + communities.length === 0 && <span>{t('fact.everybody')}</span>}
          {units.map((unit) => (
            <UnitTag key={unit.id} name={unit.name} to={paths.unit(unit.id)} />
          ))}
          {communities.map((community) => (
            <CommunityTag key={community.id} {...community} to={paths.community(community.slug)} />
          ))}
          {survey.asked !== null && <span className={styles.soft}>{t('fact.people', { count: survey.asked })}</span>}
        </dd>
        <dt>{t('fact.ends')}</dt>
        <dd>{t(survey.mode === 'opt_in' ? 'fact.optIn' : 'fact.announced')}</dd>
        <dt>{t('fact.kept')}</dt>
        <dd>{t('fact.days', { days: survey.retentionDays })}</dd>
        <dt>{t('fact.questions')}</dt>
        <dd>
          <ol className={styles.questions}>
            {survey.questions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </dd>
      </dl>
      {survey.may.edit && (
        <div>
          <Button component={Go} to={paths.editSurvey(survey.id)} variant="default">
            {t('act.edit')}
            <span className="unseen"> {survey.name}</span>
          </Button>
        </div>
      )}
    </Section>
  )
}
