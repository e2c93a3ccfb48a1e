import { Textarea, TextInput } from '@mantine/core'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting, versionOf } from '#draft/use-writing.ts'
import { searchUnits } from '#organization/search-people.ts'
import { type Choice, DialogActs, type FieldError, fieldError, ListSkeleton, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'
import { useOccupations } from '../occupations.ts'
import { searchCommunities, searchTopics } from '../topics.ts'
import type { Assessment } from '../types.ts'
import { useAct } from '../use-act.ts'
import { type Question, Questions } from './Questions.tsx'

type Both = { en: string; fi: string }
const empty: Both = { en: '', fi: '' }

interface Written {
  title: Both
  purpose: Both
  closesOn: string
  units: Choice[]
  occupations: Choice[]
  communities: Choice[]
  questions: Question[]
}

const begun = (one: Assessment | undefined): Written => ({
  title: one?.written.title ?? empty,
  purpose: one?.written.purpose ?? empty,
  closesOn: one?.closesOn ?? '',
  units: one?.units ?? [],
  occupations: one?.occupations ?? [],
  communities: one?.communities ?? [],
  questions: one?.items.map(({ topic, words }) => ({ topic: { id: topic.id, name: topic.name }, words })) ?? [],
})

interface AssessmentFormProps {
  one?: Assessment
  onDone: (id: string) => void
  onCancel: () => void
}

/** Writes a needs assessment in both languages. Of an open one only the last day can change. */
export function AssessmentForm({ one, onDone, onCancel }: AssessmentFormProps) {
  const t = useWords('learning')
  const draft = useWriting(`needs-assessment ${one ? versionOf(one.id, begun(one)) : 'new'}`, begun(one))
  const { title, purpose, closesOn, units, occupations, communities, questions } = draft.value
  const searchOccupations = useOccupations()
  const ids = (choices: Choice[]) => choices.map(({ id }) => id)
  const { act, pending, error } = useAct(
    async () => {
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
    },
    async (id) => {
      await draft.forget()
      onDone(id)
    },
  )
  if (draft.pending) return <ListSkeleton lines={6} />
  const open = one?.state === 'open'
  return (
    <DraftForm
      draft={draft}
      onSubmit={act}
      error={error}
      actions={<DialogActs verb={t('keep')} pending={pending} onClose={draft.cancel(onCancel)} />}
    >
      {!open && (
        <InBoth name="title" value={title} onChange={(title) => draft.set({ title })} most={200} error={error} />
      )}
      {!open && (
        <InBoth
          name="purpose"
          value={purpose}
          onChange={(purpose) => draft.set({ purpose })}
          most={2000}
          error={error}
        />
      )}
      <TextInput
        type="date"
        label={t('write.closesOn')}
        description={t('write.closesOnHow')}
        value={closesOn}
        onChange={(event) => draft.set({ closesOn: event.currentTarget.value })}
        error={fieldError(error, 'closesOn')}
        maw={280}
      />
      {!open && (
        <>
          <p className={styles.said}>{t('write.whom')}</p>
          <div className={styles.pair}>
            <Picker
              label={t('write.units')}
              value={units}
              onChange={(units) => draft.set({ units })}
              search={searchUnits}
            />
            <Picker
              label={t('write.occupations')}
              value={occupations}
              onChange={(occupations) => draft.set({ occupations })}
              search={searchOccupations}
              suggest
            />
            <Picker
              label={t('write.communities')}
              value={communities}
              onChange={(communities) => draft.set({ communities })}
              search={searchCommunities}
            />
          </div>
          <Questions
            questions={questions}
            onChange={(questions) => draft.set({ questions })}
            search={searchTopics('yes')}
            error={fieldError(error, 'questions')}
          />
        </>
      )}
    </DraftForm>
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
