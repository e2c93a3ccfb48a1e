import { Button, Radio, Textarea } from '@mantine/core'
import type { MaturityAssessment, MaturityPage, MaturityQuestion } from '@mortar/contract/measurement-maturity'
import { useState } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import type { MaturityActs } from './acts.ts'
import styles from './maturity.module.css'
import { useAct } from './use-act.ts'

interface AssessmentProps {
  page: MaturityPage
  open: MaturityAssessment
  acts: MaturityActs
}

/** The assessment that is under way. Each answer is saved at once, so that several can answer together. */
export function Assessment({ page, open, acts }: AssessmentProps) {
  const t = useWords('maturity')
  const when = useWhen()
  const { act, pending } = useAct()
  const left = page.questions.length - open.answers.length
  return (
    <Section title={t('assess.open')} count={t('assess.left', { left })}>
      <p className={styles.soft}>{t('assess.since', { on: when.day(open.begun) })}</p>
      {page.questions.map((question) => (
        <Asked key={question.id} question={question} open={open} acts={acts} may={page.may.answer} />
      ))}
      {page.may.answer && (
        <Button
          className={styles.start!}
          loading={pending}
          disabled={left > 0}
          onClick={() => void act(acts.end, t('assess.done'))}
        >
          {t('assess.end')}
        </Button>
      )}
    </Section>
  )
}

interface AskedProps {
  question: MaturityQuestion
  open: MaturityAssessment
  acts: MaturityActs
  may: boolean
}

function Asked({ question: { id, name, ask, levels }, open, acts, may }: AskedProps) {
  const t = useWords('maturity')
  const { act } = useAct()
  const answer = open.answers.find(({ question }) => question === id)
  const [why, setWhy] = useState(answer?.why ?? '')
  const say = (level: number) => act(() => acts.answer(id, { level, why, before: answer?.level ?? null }))
  return (
    <div className={styles.asked}>
      <Radio.Group
        label={ask}
        description={name}
        value={answer ? String(answer.level) : ''}
        onChange={(level) => void say(Number(level))}
      >
        {levels.map((words, at) => (
          <Radio key={words} value={String(at + 1)} label={words} mt="xs" disabled={!may} />
        ))}
      </Radio.Group>
      {may ? (
        <Textarea
          label={t('assess.why')}
          aria-label={t('assess.whyOf', { name })}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          onBlur={() => answer && why !== answer.why && void say(answer.level)}
          autosize
          minRows={1}
          maxLength={2000}
        />
      ) : (
        answer?.why && <p data-no-words>{answer.why}</p>
      )}
      {answer?.by && <p className={styles.soft}>{t('assess.by', { name: answer.by.name })}</p>}
    </div>
  )
}
