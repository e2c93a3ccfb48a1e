import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Mark, PersonChip, Section, toast } from '#ui/index.ts'
import type { Answer } from '#app/api.ts'
import { ReasonDialog } from '../act/ReasonDialog.tsx'
import { type Practice, readAgain } from '../api.ts'
import styles from '../practice.module.css'
import { textOf } from '../write/use-beginning.ts'
import { TextDiff } from './TextDiff.tsx'

type Change = Answer<'GET /practices/{practice}/changes'>['items'][number]
const marks = { waiting: 'note', taken: 'worked', declined: 'failed', withdrawn: 'quiet' } as const

/** Changes that people proposed, with what each would change; a steward takes one or says why not. */
export function ChangesSection({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const { data } = useSuspenseQuery(query('GET /practices/{practice}/changes', { params: { practice: practice.id } }))
  if (data.items.length === 0) return null
  return (
    <Section title={t('changes.title')}>
      <ul className={styles.lines}>
        {data.items.map((change) => (
          <ChangeLine key={change.id} practice={practice} change={change} />
        ))}
      </ul>
    </Section>
  )
}

function ChangeLine({ practice, change }: { practice: Practice; change: Change }) {
  const t = useWords('practice')
  const when = useWhen()
  const { state, by, at, note, decision, base, content } = change
  const open = state === 'waiting'
  return (
    <li className={styles.line}>
      <p className={styles.facts}>
        <Mark kind={marks[state]}>{t(`changes.${state}`)}</Mark>
        {by && <PersonChip name={by.name} photo={by.photo} to={paths.person(by.id)} gone={by.gone} />}
        <time dateTime={at}>{when.day(at)}</time>
      </p>
      <p>{note}</p>
      {decision?.reason && <p className={styles.soft}>{t('because', { reason: decision.reason })}</p>}
      {open && base < practice.text.revision && <p className={styles.soft}>{t('changes.older', { base })}</p>}
      {open && <Against practice={practice} base={base} content={content} />}
      {open && <Decide practice={practice} change={change} />}
    </li>
  )
}

/** A change is shown against the revision that it was written from. */
function Against({ practice, base, content }: { practice: Practice } & Pick<Change, 'base' | 'content'>) {
  const { data } = useSuspenseQuery(
    query('GET /practices/{practice}/revisions/{revision}', { params: { practice: practice.id, revision: base } }),
  )
  return <TextDiff before={textOf(data)} after={content} />
}

function Decide({ practice, change }: { practice: Practice; change: Change }) {
  const t = useWords('practice')
  const client = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const params = { practice: practice.id, change: change.id }
  const act = async (verb: () => Promise<unknown>, done: string) => {
    try {
      await verb()
      toast(done)
    } catch (error) {
      toast((error as Error).message)
    }
    await readAgain(client)
  }
  const decide = (taken: boolean, reason: string) =>
    api('PUT /practices/{practice}/changes/{change}/decision', { params, body: { taken, reason } })
  return (
    <div className={styles.acts}>
      {practice.may.steward && change.base === practice.text.revision && (
        <Button variant="default" onClick={() => void act(() => decide(true, ''), t('changes.takenDone'))}>
          {t('changes.take')}
        </Button>
      )}
      {practice.may.steward && change.base < practice.text.revision && (
        <Button component={Go} to={paths.takeChange(practice.id, change.id)} variant="default">
          {t('changes.putTogether')}
        </Button>
      )}
      {practice.may.steward && (
        <Button variant="default" onClick={() => setDeclining(true)}>
          {t('changes.decline')}
        </Button>
      )}
      {change.mine && (
        <Button
          variant="subtle"
          onClick={() =>
            void act(() => api('DELETE /practices/{practice}/changes/{change}', { params }), t('changes.withdrawn'))
          }
        >
          {t('changes.withdraw')}
        </Button>
      )}
      {declining && (
        <ReasonDialog
          title={t('changes.decline')}
          label={t('changes.why')}
          verb={t('changes.decline')}
          field="reason"
          onAct={(reason) => decide(false, reason)}
          onClose={() => setDeclining(false)}
        />
      )}
    </div>
  )
}
