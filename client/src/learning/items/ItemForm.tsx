import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DraftForm } from '#draft/DraftForm.tsx'
import { useWriting, versionOf } from '#draft/use-writing.ts'
import { searchPeople } from '#organization/search-people.ts'
import { type Choice, DialogActs, fieldError, ListSkeleton, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'
import { searchTopics } from '../topics.ts'
import type { Item } from '../types.ts'
import { useAct } from '../use-act.ts'
import { type Kind, kinds } from './kinds.ts'
import { searchPractices } from './search-practices.ts'

interface Written {
  kind: Kind
  title: string
  words: string
  minutes: number
  topics: Choice[]
  address: string
  practice: Choice[]
  person: Choice[]
  expiresOn: string
}

const begun = (item: Item | undefined): Written => ({
  kind: item?.kind ?? 'link',
  title: item?.title ?? '',
  words: item?.words.markdown ?? '',
  minutes: item?.minutes ?? 30,
  topics: item?.topics.map(({ id, name }) => ({ id, name })) ?? [],
  address: item?.address ?? '',
  practice: item?.practice ? [{ id: item.practice.id, name: item.practice.title }] : [],
  person: item?.person ? [item.person] : [],
  expiresOn: item?.expiresOn ?? '',
})

const bodyOf = ({ kind, title, words, minutes, topics, address, practice, person, expiresOn }: Written) => ({
  kind,
  title,
  words,
  minutes,
  topics: topics.map(({ id }) => id),
  address: address.trim() || null,
  practice: kind === 'practice' ? (practice[0]?.id ?? null) : null,
  person: kind === 'person' ? (person[0]?.id ?? null) : null,
  expiresOn: expiresOn || null,
})

interface ItemFormProps {
  item?: Item
  onDone: (item: string) => void
  onCancel: () => void
}

/** Adds something to learn from, or changes it. */
export function ItemForm({ item, onDone, onCancel }: ItemFormProps) {
  const t = useWords('learning')
  const draft = useWriting(`learning item ${item ? versionOf(item.id, begun(item)) : 'new'}`, begun(item))
  const { value: written, set } = draft
  const { act, pending, error } = useAct(
    async () => {
      const body = bodyOf(written)
      if (!item) return (await api('POST /learning/items', { body })).id
      await api('PUT /learning/items/{item}', { params: { item: item.id }, body })
      return item.id
    },
    async (id) => {
      await draft.forget()
      onDone(id)
    },
  )
  if (draft.pending) return <ListSkeleton lines={6} />
  const { kind } = written
  return (
    <DraftForm
      draft={draft}
      onSubmit={act}
      error={error}
      actions={<DialogActs verb={t('keep')} pending={pending} onClose={draft.cancel(onCancel)} />}
    >
      <Select
        label={t('form.kind')}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(value) => value && set({ kind: value })}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <TextInput
        label={t('form.title')}
        value={written.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={fieldError(error, 'title')}
        maxLength={200}
        required
      />
      {kind === 'practice' && (
        <Picker
          label={t('form.practice')}
          value={written.practice}
          onChange={(practice) => set({ practice })}
          search={searchPractices}
          max={1}
          required
          error={fieldError(error, 'practice')}
        />
      )}
      {kind === 'person' && (
        <Picker
          label={t('form.person')}
          description={t('form.personHow')}
          value={written.person}
          onChange={(person) => set({ person })}
          search={searchPeople}
          max={1}
          required
          error={fieldError(error, 'person')}
        />
      )}
      <TextInput
        type="url"
        label={t('form.address')}
        value={written.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
        error={fieldError(error, 'address')}
        maxLength={2000}
      />
      <Textarea
        label={t('form.words')}
        value={written.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
        error={fieldError(error, 'words')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
      />
      <Picker
        label={t('form.topics')}
        description={t('form.topicsHow')}
        value={written.topics}
        onChange={(topics) => set({ topics })}
        search={searchTopics()}
        suggest
        max={20}
        error={fieldError(error, 'topics')}
      />
      <div className={styles.pair}>
        <NumberInput
          label={t('form.minutes')}
          description={t('form.minutesHow')}
          value={written.minutes}
          onChange={(minutes) => set({ minutes: Number(minutes) })}
          min={1}
          max={100_000}
          allowDecimal={false}
          error={fieldError(error, 'minutes')}
          required
        />
        <TextInput
          type="date"
          label={t('form.expires')}
          description={t('form.expiresHow')}
          value={written.expiresOn}
          onChange={(event) => set({ expiresOn: event.currentTarget.value })}
          error={fieldError(error, 'expiresOn')}
        />
      </div>
    </DraftForm>
  )
}
