import type { StoryBeginning, WriteStory } from '@mortar/contract/measurement-value'
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { useWriting } from '#draft/use-writing.ts'
import { WritePage } from '#draft/WritePage.tsx'
import { CommunityTag, fieldError, PageSkeleton, toast, UnitTag, useAct, useGo } from '#ui/index.ts'
import { CommunityField } from '#sensing/CommunityField.tsx'
import { cycles } from './CyclePath.tsx'
import { readAgain } from './read-again.ts'
import styles from './value.module.css'

type Links = Pick<WriteStory, 'practice' | 'unit' | 'application'>
type Words = Omit<WriteStory, keyof Links>

interface StoryFormProps {
  title: string
  /** What the draft is about. */
  about: string
  beginning: StoryBeginning
  community: string | undefined
  first: Words
  links: Links
  onSend: (community: string, body: WriteStory) => Promise<string>
}

/** A story, one question for each cycle; only the first must be answered. */
export function StoryForm({ title, about, beginning, community: place, first, links, onSend }: StoryFormProps) {
  const t = useWords('measurement')
  const go = useGo()
  const client = useQueryClient()
  const draft = useWriting(`story ${about}`, { ...first, community: place ?? null })
  const { community, ...words } = draft.value
  const { act, pending, error } = useAct(
    () => onSend(community ?? '', { ...words, ...links }),
    async (id) => {
      await draft.forget()
      await readAgain(client)
      toast(t('worth.kept'))
      go(paths.story(id), { replace: true })
    },
  )
  if (draft.pending) return <PageSkeleton />
  return (
    <WritePage
      title={title}
      lead={t('worth.tellLead')}
      above={beginning.community && <CommunityTag {...beginning.community} long />}
      good={{ title: t('worth.goodTitle'), text: t('worth.good') }}
      verb={t('worth.keep')}
      draft={draft}
      onSend={act}
      pending={pending}
      error={error}
    >
      {!place && (
        <CommunityField
          label={t('worth.community')}
          value={community ?? undefined}
          onChange={(chosen) => draft.set({ community: chosen ?? null })}
          error={fieldError(error, 'community')}
        />
      )}
      {beginning.practice && (
        <p className={styles.facts}>
          <span>{t('worth.about')}</span> <strong data-no-words>{beginning.practice.title}</strong>
          {beginning.unit && <UnitTag name={beginning.unit.name} />}
        </p>
      )}
      <TextInput
        label={t('worth.name')}
        description={t('worth.nameHow')}
        value={words.title}
        onChange={(event) => draft.set({ title: event.currentTarget.value })}
        error={fieldError(error, 'title')}
        maxLength={200}
        required
      />
      {[...cycles, 'evidence' as const].map((part) => (
        <Textarea
          key={part}
          label={t(`worth.question.${part}`)}
          description={t(`worth.hint.${part}`)}
          value={words[part]}
          onChange={(event) => draft.set({ [part]: event.currentTarget.value })}
          error={fieldError(error, part)}
          required={part === 'immediate'}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={4000}
        />
      ))}
      <MultiSelect
        label={t('worth.indicators')}
        description={t('worth.indicatorsHow')}
        data={beginning.indicators.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...words.indicators]}
        onChange={(indicators) => draft.set({ indicators })}
        maxValues={6}
        searchable
        comboboxProps={{ withinPortal: false }}
      />
      {beginning.imperatives.length > 0 && (
        <Select
          label={t('worth.imperative')}
          data={beginning.imperatives.map(({ id, title: name }) => ({ value: id, label: name }))}
          value={words.imperative}
          onChange={(imperative) => draft.set({ imperative })}
          clearable
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </WritePage>
  )
}
