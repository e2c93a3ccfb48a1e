import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import type { Community } from './use-community.ts'

interface ParentChoiceProps {
  community: Community
  value: string | null
  onChange: (parent: string | null) => void
  error: string | undefined
}

/** Of which larger community this one is a part; found by typing, since there may be hundreds. */
export function ParentChoice({ community, value, onChange, error }: ParentChoiceProps) {
  const t = useWords('community')
  const [words, setWords] = useState('')
  const { data } = useQuery(query('GET /communities', { query: { words: words || undefined, limit: 20 } }))
  const found = (data?.items ?? []).filter(({ id }) => id !== community.id)
  const known = [...(community.parent ? [community.parent] : []), ...found]
  const options = new Map(known.map(({ id, name }) => [id, { value: id, label: name }]))
  return (
    <Select
      label={t('field.parent')}
      description={t('field.parentHow')}
      placeholder={t('field.noParent')}
      data={[...options.values()]}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      clearable
      onSearchChange={(typed) => setWords([...options.values()].some(({ label }) => label === typed) ? '' : typed)}
      nothingFoundMessage={t('directory.noneFound')}
      w="100%"
      maw={420}
    />
  )
}
