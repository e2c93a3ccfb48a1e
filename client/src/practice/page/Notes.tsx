import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, PersonChip, toast } from '#ui/index.ts'
import { type Practice, readAgain } from '../api.ts'
import styles from '../practice.module.css'

/** What a reader should know before relying on it. */
export function Notes({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const takeUp = useTakeUp(practice)
  const { state, lastMove, overdue, needsSteward, asked } = practice
  const mine = asked.filter(({ unit }) => practice.may.decideFor.some(({ id }) => id === unit.id))
  return (
    <>
      {state !== 'current' && (
        <p className={styles.note} data-kind={state === 'retired' ? 'failed' : 'note'}>
          {t(`stateNote.${state}`)}
          {lastMove?.reason && <> {t('because', { reason: lastMove.reason })}</>}
        </p>
      )}
      {overdue && (
        <p className={styles.note} data-kind="partly">
          {t('overdueNote', { day: when.day(practice.reviewAt!) })}
        </p>
      )}
      {needsSteward && (
        <p className={styles.note} data-kind="partly">
          {t(practice.may.takeUp ? 'needsStewardYou' : 'needsSteward')}{' '}
          {practice.may.takeUp && (
            <Button size="compact-sm" variant="default" onClick={takeUp}>
              {t('act.takeSteward')}
            </Button>
          )}
        </p>
      )}
      {mine.map(({ unit, by, at, message, dueOn, late }) => (
        <div key={unit.id} className={styles.note} data-kind="note">
          <p>
            {t('askedNote', { unit: unit.name, day: when.day(at) })}
            {dueOn && <> {t(late ? 'answerWasBy' : 'answerBy', { day: when.day(dueOn) })}</>}
          </p>
          {message && <p>{message}</p>}
          {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} gone={by.gone} />}
        </div>
      ))}
      {practice.variantContext && practice.family.some(({ id }) => id === parentOf(practice)) && (
        <p className={styles.soft}>
          {t('variantOf')}{' '}
          <Go to={paths.practice(parentOf(practice)!)}>
            {practice.family.find(({ id }) => id === parentOf(practice))?.title}
          </Go>
        </p>
      )}
    </>
  )
}

function useTakeUp({ id }: Practice) {
  const t = useWords('practice')
  const client = useQueryClient()
  const { data: me } = useMe()
  const params = { practice: id }
  return () =>
    void api('PUT /practices/{practice}/steward', { params, body: { steward: me!.id } })
      .then(() => readAgain(client))
      .then(() => toast(t('takenUp')))
      .catch((error: Error) => toast(error.message))
}

const parentOf = (practice: Practice) => practice.family.find(({ id }) => id === practice.id)?.parent
