import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'

interface CommunityFieldProps {
  label: string
  description?: string
  value: string | undefined
  onChange: (community: string | undefined) => void
  /** A choice that stands for no community. */
  everybody?: string | undefined
  error?: string | undefined
  /** Only those that one facilitates. */
  facilitated?: boolean
}

/** One of my communities. */
export function CommunityField({
  label,
  description,
  value,
  onChange,
  everybody,
  error,
  facilitated,
}: CommunityFieldProps) {
  const t = useWords('sensing')
  const { data } = useQuery(query('GET /signals', { query: { limit: 1 } }))
  const own = (facilitated ? data?.may.listenFor : data?.may.addFor) ?? []
  const choices = [
    ...own.map(({ id, name }) => ({ value: id, label: name })),
    ...(everybody ? [{ value: 'all', label: everybody }] : []),
  ]
  return (
    <Select
      label={label}
      description={description ?? (data && choices.length === 0 ? t('communityField.none') : undefined)}
      data={choices}
      value={choices.some((choice) => choice.value === value) ? (value ?? null) : null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      error={error}
      required
      allowDeselect={false}
      comboboxProps={{ withinPortal: false }}
    />
  )
}
