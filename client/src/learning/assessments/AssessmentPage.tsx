import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Confirm, Go, ListSkeleton, Page, Refusal, Section, toast, useGo } from '#ui/index.ts'
import styles from '../learning.module.css'
import { Places } from '../Places.tsx'
import type { Assessment } from '../types.ts'
import { readAgain, useAct } from '../use-act.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AssessmentFacts } from './AssessmentLines.tsx'
import { OwnAnswers } from './OwnAnswers.tsx'
import { Result } from './Result.tsx'

/** One needs assessment: answered, looked after, and read once it is closed. */
export function AssessmentPage({ params }: { params: { assessment: string } }) {
  const t = useWords('learning')
  const { data: one } = useSuspenseQuery(query('GET /learning/needs-assessments/{assessment}', { params }))
  return (
    <Page title={one.title} lead={one.purpose} actions={<Acts one={one} />}>
      <Places />
      <AssessmentFacts line={one} />
      {(one.may.edit || one.may.result) && <Whom one={one} />}
      {one.may.answer && (
        <Section title={t('answer.title')}>
          <Suspense fallback={<ListSkeleton />}>
            <AnswerForm one={one} />
          </Suspense>
        </Section>
      )}
      {one.may.result && (
        <Section title={t('result.title')}>
          <Suspense fallback={<ListSkeleton />}>
            <Result one={one} />
          </Suspense>
        </Section>
      )}
      {one.state === 'closed' && one.mine && (
        <Section title={t('own.title')}>
          <Suspense fallback={<ListSkeleton />}>
            <OwnAnswers one={one} />
          </Suspense>
        </Section>
      )}
      {one.state === 'draft' && (
        <Section title={t('assessment.asks')} count={one.items.length}>
          <ol className={styles.questions}>
            {one.items.map(({ topic, text }) => (
              <li key={topic.id}>
                {text} <span className={styles.softly}>{topic.name}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </Page>
  )
}

/** Whom it is asked of, and how many have answered. */
function Whom({ one }: { one: Assessment }) {
  const t = useWords('learning')
  const whom = [...one.units, ...one.occupations, ...one.communities].map(({ name }) => name)
  return (
    <p className={styles.said}>
      {whom.length === 0 ? t('assessment.everybody') : t('assessment.whom', { whom: whom.join(', ') })}{' '}
      {one.people !== null &&
        t(one.state === 'draft' ? 'assessment.wouldAsk' : 'assessment.asked', { count: one.people })}{' '}
      {one.state === 'open' &&
        one.people !== null &&
        (one.answered === null ? t('assessment.answeredFew') : t('assessment.answered', { count: one.answered }))}
    </p>
  )
}

function Acts({ one }: { one: Assessment }) {
  const t = useWords('learning')
  const go = useGo()
  const params = { assessment: one.id }
  const opening = useAct(
    () => api('PUT /learning/needs-assessments/{assessment}/opening', { params }),
    () => toast(t('assessment.openedSaid')),
  )
  const client = useQueryClient()
  const [closing, setClosing] = useState(false)
  const close = async () => {
    await api('PUT /learning/needs-assessments/{assessment}/closing', { params })
    await readAgain(client)
    toast(t('assessment.closedSaid'))
  }
  const discarding = useAct(
    () => api('DELETE /learning/needs-assessments/{assessment}', { params }),
    () => go(paths.assessments()),
  )
  const { may } = one
  return (
    <>
      {may.open && (
        <Button onClick={opening.act} loading={opening.pending}>
          {t('assessment.open')}
        </Button>
      )}
      {may.close && (
        <Button variant="default" onClick={() => setClosing(true)}>
          {t('assessment.close')}
        </Button>
      )}
      {may.edit && (
        <Button component={Go} to={paths.editAssessment(one.id)} variant="default">
          {t(one.state === 'open' ? 'assessment.moveDay' : 'assessment.edit')}
        </Button>
      )}
      {may.discard && (
        <Button variant="default" onClick={discarding.act} loading={discarding.pending}>
          {t('assessment.discard')}
        </Button>
      )}
      {closing && (
        <Confirm
          title={t('assessment.closeTitle')}
          verb={t('assessment.close')}
          onConfirm={close}
          onClose={() => setClosing(false)}
        >
          {t('assessment.closeWhat')}
        </Confirm>
      )}
      <Refusal error={opening.error ?? discarding.error} />
    </>
  )
}
