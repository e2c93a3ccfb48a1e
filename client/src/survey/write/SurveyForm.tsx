import { Button, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import type { SentDraft } from '@mortar/contract/network-survey'
import { useMutation } from '@tanstack/react-query'
import { ApiRefusal } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { type Writing } from '#draft/use-writing.ts'
import { type Choice, fieldError, Section } from '#ui/index.ts'
import styles from '../survey.module.css'
import { Questions } from './Questions.tsx'
import { Target } from './Target.tsx'

/** What is written, with the names of whom it goes to. */
export interface Written {
  sent: SentDraft
  target: { units: readonly Choice[]; communities: readonly Choice[] }
}

interface SurveyFormProps {
  writing: Writing<Written>
  /** It is open: only its days may change. */
  fixed: boolean
  onSave: (draft: SentDraft) => Promise<void>
}

/** What a survey says and asks, whom, and until when. */
export function SurveyForm({ writing, fixed, onSave }: SurveyFormProps) {
  const t = useWords('survey')
  const { sent: draft, target } = writing.value
  const set = (part: Partial<SentDraft>) => writing.set({ sent: { ...draft, ...part } })
  const saving = useMutation({
    mutationFn: () =>
      onSave({
        ...draft,
        units: target.units.map(({ id }) => id),
        communities: target.communities.map(({ id }) => id),
      }),
  })
  const error = saving.error instanceof ApiRefusal ? saving.error : undefined
  return (
    <DraftForm
      draft={writing}
      onSubmit={() => saving.mutate()}
      error={error}
      actions={
        <Button type="submit" loading={saving.isPending}>
          {t(fixed ? 'write.saveOpen' : 'write.save')}
        </Button>
      }
    >
      {!fixed && (
        <>
          <About draft={draft} set={set} error={error} />
          <Section title={t('write.questions')}>
            <p className={styles.said}>{t('write.questionsHow')}</p>
            <Questions questions={draft.questions} error={error} onChange={(questions) => set({ questions })} />
          </Section>
          <Target target={target} onChange={(chosen) => writing.set({ target: chosen })} />
        </>
      )}
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={t('write.closesOn')}
          description={t('write.closesOnHow')}
          value={draft.closesOn ?? ''}
          onChange={(event) => set({ closesOn: event.currentTarget.value || null })}
          error={fieldError(error, 'closesOn')}
        />
        <NumberInput
          label={t('write.remindEvery')}
          description={t('write.remindEveryHow')}
          min={0}
          max={60}
          allowDecimal={false}
          value={draft.remindEvery ?? 7}
          onChange={(value) => set({ remindEvery: Number(value) })}
          error={fieldError(error, 'remindEvery')}
        />
      </div>
    </DraftForm>
  )
}

interface AboutProps {
  draft: SentDraft
  set: (part: Partial<SentDraft>) => void
  error: ApiRefusal | undefined
}

function About({ draft, set, error }: AboutProps) {
  const t = useWords('survey')
  return (
    <>
      <TextInput
        label={t('write.name')}
        description={t('write.nameHow')}
        required
        maxLength={120}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={fieldError(error, 'name')}
      />
      <Textarea
        label={t('write.purpose')}
        description={t('write.purposeHow')}
        required
        autosize
        minRows={2}
        value={draft.purpose}
        onChange={(event) => set({ purpose: event.currentTarget.value })}
        error={fieldError(error, 'purpose')}
      />
      <TextInput
        label={t('write.ground')}
        description={t('write.groundHow')}
        required
        value={draft.legalGround}
        onChange={(event) => set({ legalGround: event.currentTarget.value })}
        error={fieldError(error, 'legalGround')}
      />
      <Radio.Group
        label={t('write.mode')}
        value={draft.mode ?? 'opt_in'}
        onChange={(value) => set({ mode: value === 'announced' ? 'announced' : 'opt_in' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="opt_in" label={t('write.optIn')} />
          <Radio value="announced" label={t('write.announced')} />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t('write.days')}
        min={7}
        max={36500}
        allowDecimal={false}
        maw={360}
        value={draft.retentionDays ?? 730}
        onChange={(value) => set({ retentionDays: Number(value) })}
        error={fieldError(error, 'retentionDays')}
      />
    </>
  )
}
