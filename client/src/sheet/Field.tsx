import { Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import type { SheetContent, SheetField } from '@mortar/contract/community-sheets'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import { searchPeople } from '#organization/search-people.ts'
import { type Choice, Go, Picker } from '#ui/index.ts'
import { placeOf } from './places.ts'
import type { Sheet } from './types.ts'
import styles from './sheet.module.css'

interface FieldProps {
  field: SheetField
  value: SheetContent[string] | undefined
  people: Sheet['people']
  slug: string
  onChange: (value: SheetContent[string]) => void
}

/** One field of a template, written in. */
export function Field(props: FieldProps) {
  const { field, value, onChange } = props
  const { kind, label, how } = field
  const words = typeof value === 'string' ? value : ''
  const about = { label, ...(how && { description: how }), value: words }
  if (kind === 'text')
    return <TextInput {...about} onChange={(event) => onChange(event.currentTarget.value)} maxLength={500} />
  if (kind === 'date')
    return <TextInput {...about} type="date" w={220} onChange={(event) => onChange(event.currentTarget.value)} />
  if (kind === 'long')
    return (
      <Textarea
        {...about}
        autosize
        minRows={2}
        maxLength={8000}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  if (kind === 'choice')
    return (
      <Radio.Group {...about} onChange={onChange}>
        {field.options.map(({ id, label: option, act }) => (
          <div key={id} className={styles.option}>
            <Radio value={id} label={option} />
            <ActLink act={act} slug={props.slug} about={option} />
          </div>
        ))}
      </Radio.Group>
    )
  return kind === 'people' ? <People {...props} /> : <Checks {...props} />
}

function Checks({ field: { label, how, options }, value, slug, onChange }: FieldProps) {
  const chosen = Array.isArray(value) ? value : []
  return (
    <Checkbox.Group label={label} {...(how && { description: how })} value={chosen} onChange={onChange}>
      {options.map(({ id, label: option, act }) => (
        <div key={id} className={styles.option}>
          <Checkbox value={id} label={option} />
          <ActLink act={act} slug={slug} about={option} />
        </div>
      ))}
    </Checkbox.Group>
  )
}

/** Where an item is done in earnest. */
function ActLink({ act, slug, about }: { act: SheetField['options'][number]['act']; slug: string; about: string }) {
  const t = useWords('sheet')
  if (!act) return null
  return (
    <Go to={placeOf(act, slug)} className={styles.act!}>
      {t(`act.${act}`)}
      <span className="unseen" data-no-words>
        {about}
      </span>
    </Go>
  )
}

function People({ field: { label, how }, value, people, onChange }: FieldProps) {
  const [known, setKnown] = useState<readonly Choice[]>(people)
  const chosen = (Array.isArray(value) ? value : []).flatMap((id) => known.find((one) => one.id === id) ?? [])
  return (
    <Picker
      label={label}
      {...(how && { description: how })}
      value={chosen}
      onChange={(all) => {
        setKnown([...known, ...all])
        onChange(all.map(({ id }) => id))
      }}
      search={searchPeople}
      max={20}
    />
  )
}
