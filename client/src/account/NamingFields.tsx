import { NativeSelect, TextInput } from '@mantine/core'
import { type Language, useWords } from '#app/words.ts'
import { type FieldError, fieldError } from '#ui/index.ts'
import { languageChoices, timeZones } from './choices.ts'

export interface Naming {
  name: string
  language: Language
  timeZone: string
}

interface NamingFieldsProps {
  value: Naming
  onChange: (value: Naming) => void
  error: FieldError | null
}

/** What an organization is called, and how it writes words and times. */
export function NamingFields({ value, onChange, error }: NamingFieldsProps) {
  const t = useWords('account')
  return (
    <>
      <TextInput
        label={t('start.name')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        autoComplete="organization"
        error={fieldError(error, 'name')}
      />
      <NativeSelect
        data-no-words
        label={t('start.language')}
        description={t('start.languageUse')}
        value={value.language}
        data={languageChoices}
        onChange={(event) => onChange({ ...value, language: event.currentTarget.value as Language })}
      />
      <NativeSelect
        data-no-words
        label={t('timeZone')}
        value={value.timeZone}
        data={timeZones(value.timeZone)}
        onChange={(event) => onChange({ ...value, timeZone: event.currentTarget.value })}
      />
    </>
  )
}
