import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchUnits } from '#organization/search-people.ts'
import { type Choice, DialogActs, type FieldError, fieldError, Form, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'
import { useOccupations } from '../occupations.ts'
import { searchCommunities, searchTopics } from '../topics.ts'
import type { Assessment } from '../types.ts'
import { useAct } from '../use-act.ts'
import { type Question, Questions } from './Questions.tsx'

type Both = { en: string; fi: string }
const empty: Both = { en: '', fi: '' }

interface AssessmentFormProps {
  one?: Assessment
  onDone: (id: string) => void
  onCancel: () => void
}

/** Writes a needs assessment in both languages. Of an open one only the last day can change. */
export function AssessmentForm({ one, onDone, onCancel }: AssessmentFormProps) {
  const t = useWords('learning')
  const [title, setTitle] = useState(one?.written.title ?? empty)
  const [purpose, setPurpose] = useState(one?.written.purpose ?? empty)
  const [closesOn, setClosesOn] = useState(one?.closesOn ?? '')
  const [units, setUnits] = useState<Choice[]>(one?.units ?? [])
  const [occupations, setOccupations] = useState<Choice[]>(one?.occupations ?? [])
  const [communities, setCommunities] = useState<Choice[]>(one?.communities ?? [])
  const [questions, setQuestions] = useState<Question[]>(
    one?.items.map(({ topic, words }) => ({ topic: { id: topic.id, name: topic.name }, words })) ?? [],
  )
  const searchOccupations = useOccupations()
  const ids = (choices: Choice[]) => choices.map(({ id }) => id)
  const { act, pending, error } = useAct(async () => {
    const body = {
      title,
      purpose,
      closesOn: closesOn || null,
      units: ids(units),
      occupations: ids(occupations),
      communities: ids(communities),
      questions: questions.map(({ topic, words }) => ({ topic: topic.id, words })),
    }
    if (!one) return (await api('POST /learning/needs-assessments', { body })).id
    await api('PUT /learning/needs-assessments/{assessment}', { params: { assessment: one.id }, body })
    return one.id
  }, onDone)
  const open = one?.state === 'open'
  return (
    <Form onSubmit={act} error={error} actions={<DialogActs verb={t('keep')} pending={pending} onClose={onCancel} />}>
      {!open && <InBoth name="title" value={title} onChange={setTitle} most={200} error={error} />}
      {!open && <InBoth name="purpose" value={purpose} onChange={setPurpose} most={2000} error={error} />}
      <TextInput
        type="date"
        label={t('write.closesOn')}
        description={t('write.closesOnHow')}
        value={closesOn}
        onChange={(event) => setClosesOn(event.currentTarget.value)}
        error={fieldError(error, 'closesOn')}
        maw={280}
      />
      {!open && (
        <>
          <p className={styles.said}>{t('write.whom')}</p>
          <div className={styles.pair}>
            <Picker label={t('write.units')} value={units} onChange={setUnits} search={searchUnits} />
            <Picker
              label={t('write.occupations')}
              value={occupations}
              onChange={setOccupations}
              search={searchOccupations}
              suggest
            />
            <Picker
              label={t('write.communities')}
              value={communities}
              onChange={setCommunities}
              search={searchCommunities}
            />
          </div>
          <Questions
            questions={questions}
            onChange={setQuestions}
            search={searchTopics('yes')}
            error={fieldError(error, 'questions')}
          />
        </>
      )}
    </Form>
  )
}

interface InBothProps {
  name: 'title' | 'purpose'
  value: Both
  onChange: (value: Both) => void
  most: number
  error: FieldError | undefined
}

/** The same in both languages, side by side. */
function InBoth({ name, value, onChange, most, error }: InBothProps) {
  const t = useWords('learning')
  return (
    <div className={styles.pair}>
      {(['en', 'fi'] as const).map((language) => (
        <Textarea
          key={language}
          label={t(`write.${name}_${language}`)}
          value={value[language]}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value.replaceAll('\n', ' ') })}
          error={fieldError(error, `${name}.${language}`)}
          autosize
          minRows={name === 'title' ? 1 : 3}
          maxLength={most}
          required
        />
      ))}
    </div>
  )
}
