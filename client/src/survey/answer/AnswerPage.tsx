import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Go, Page, Progress, toast, useAddress, useChangedAddress, useGo } from '#ui/index.ts'
import styles from '../survey.module.css'
import { Named } from './Named.tsx'
import { useSayings } from './sayings.ts'

type Survey = Answer<'GET /surveys/{survey}'>
type Own = Answer<'GET /surveys/{survey}/answer'>

/** One person's answer, question by question: saved as they go, found again when they come back, seen by them alone. */
export function AnswerPage({ params }: { params: { survey: string } }) {
  const t = useWords('survey')
  const when = useWhen()
  const { data: survey } = useSuspenseQuery(query('GET /surveys/{survey}', { params }))
  const { data: own } = useSuspenseQuery(query('GET /surveys/{survey}/answer', { params }))
  const open = survey.may.answer
  return (
    <Page
      title={t('answer.title', { name: survey.name })}
      above={<Go to={paths.survey(survey.id)}>{survey.name}</Go>}
      lead={
        !open
          ? t('answer.closed')
          : survey.closesOn
            ? t('answer.until', { day: when.day(survey.closesOn) })
            : t('answer.untilClosed')
      }
      actions={open && <Declining survey={survey.id} own={own} />}
    >
      {open && <First />}
      {!open && own.named.length === 0 ? <p>{t('answer.nothing')}</p> : <Steps survey={survey} own={own} open={open} />}
    </Page>
  )
}

/** What is confidential, before anything is asked. */
function First() {
  const t = useWords('survey')
  return (
    <section className={styles.first} aria-labelledby="survey-first">
      <h2 id="survey-first">{t('answer.firstTitle')}</h2>
      <ul>
        {(['who', 'figures', 'ties', 'half'] as const).map((line) => (
          <li key={line}>{t(`answer.first.${line}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ survey, own, open }: { survey: Survey; own: Own; open: boolean }) {
  const t = useWords('survey')
  const go = useGo()
  const changed = useChangedAddress()
  const [address] = useAddress()
  const client = useQueryClient()
  const { questions } = survey
  const place = Math.min(Math.max(Number(address['question']) || 1, 1), questions.length) - 1
  const question = questions[place]!
  const answered = questions.filter(({ id }) => own.named.some((one) => one.question === id)).length
  const params = { survey: survey.id }
  const to = (nth: number) => changed({ question: nth === 1 ? undefined : String(nth) })
  const sayings = useSayings(survey.id)
  const handIn = async () => {
    if (!(await sayings.flush())) return toast(t('answer.unsavedFirst'))
    try {
      await api('PUT /surveys/{survey}/answer', { params, body: { state: 'finished' } })
      await refresh(client, 'GET /surveys', 'GET /surveys/{survey}', 'GET /surveys/{survey}/answer')
      go(paths.survey(survey.id))
      toast(t('answer.handedIn'))
    } catch (error) {
      toast((error as Error).message)
    }
  }
  return (
    <>
      {open && <Progress label={t('answer.progress')} value={answered} of={questions.length} />}
      {open && <p className={styles.soft}>{t(`answer.state.${own.state}`)}</p>}
      <section aria-labelledby="survey-question">
        <p className={styles.soft}>{t('answer.step', { nth: place + 1, of: questions.length })}</p>
        <h2 id="survey-question" className={styles.question} data-no-words>
          {question.text}
        </h2>
      </section>
      <Named key={question.id} survey={survey.id} question={question.id} own={own} open={open} sayings={sayings} />
      <div className={styles.acts}>
        {place > 0 && (
          <Button component={Go} to={to(place)} stay variant="default">
            {t('answer.back')}
          </Button>
        )}
        {place < questions.length - 1 && (
          <Button component={Go} to={to(place + 2)} stay variant={open ? 'filled' : 'default'}>
            {t('answer.next')}
          </Button>
        )}
        {open && place === questions.length - 1 && own.state !== 'finished' && (
          <Button onClick={() => void handIn()}>{t('answer.handIn')}</Button>
        )}
      </div>
    </>
  )
}

/** Declining takes one click and is undone with another; reminders alone can be turned off as well. */
function Declining({ survey, own }: { survey: string; own: Own }) {
  const t = useWords('survey')
  const client = useQueryClient()
  const params = { survey }
  const again = () => refresh(client, 'GET /surveys', 'GET /surveys/{survey}', 'GET /surveys/{survey}/answer')
  const set = (state: 'begun' | 'finished' | 'declined') =>
    api('PUT /surveys/{survey}/answer', { params, body: { state } }).then(again)
  const remind = (wanted: boolean) =>
    api('PUT /surveys/{survey}/answer/reminders', { params, body: { wanted } }).then(again)
  const decline = () =>
    actWithUndo(
      t('answer.declined'),
      () => set('declined'),
      () => set(own.state === 'finished' ? 'finished' : 'begun'),
    )
  return (
    <>
      {own.state !== 'finished' && own.state !== 'declined' && (
        <Button
          variant="default"
          onClick={() =>
            void actWithUndo(
              t(own.reminders ? 'answer.remindersOff' : 'answer.remindersOn'),
              () => remind(!own.reminders),
              () => remind(own.reminders),
            )
          }
        >
          {t(own.reminders ? 'answer.noReminders' : 'answer.reminders')}
        </Button>
      )}
      {own.state !== 'declined' && (
        <Button variant="default" onClick={() => void decline()}>
          {t('answer.decline')}
        </Button>
      )}
    </>
  )
}
