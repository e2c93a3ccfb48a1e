import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchAhead } from '../form/use-search.ts'
import styles from './editor.module.css'

export interface Mentioned {
  id: string
  name: string
  note?: string | null
  /** What goes into the text. */
  insert: string
}

type Search = (text: string, signal: AbortSignal) => Promise<readonly Mentioned[]>

/** The people offered while a name is being typed after an @. */
export function useMentions(at: { name: string; from: number } | undefined, search: Search | undefined) {
  const list = useId()
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState<number>()
  const found = useSearchAhead(at?.name ?? '', search)
  const people = at && at.from !== dismissed && found.state === 'found' ? found.items.slice(0, 6) : []
  useEffect(() => setActive(0), [at?.name])
  const open = people.length > 0

  const onKey = (event: KeyboardEvent, choose: (person: Mentioned) => void): boolean => {
    if (!open) return false
    if (event.key === 'ArrowDown') setActive((active + 1) % people.length)
    else if (event.key === 'ArrowUp') setActive((active + people.length - 1) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(people[active]!)
    else if (event.key === 'Escape') setDismissed(at?.from)
    else return false
    event.preventDefault()
    return true
  }
  const ofArea = open
    ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${active}`, 'aria-autocomplete': 'list' as const }
    : {}
  return { list, people, active, onKey, ofArea }
}

interface MentionListProps {
  list: string
  people: readonly Mentioned[]
  active: number
  onChoose: (person: Mentioned) => void
}

export function MentionList({ list, people, active, onChoose }: MentionListProps) {
  const { t } = useTranslation('ui')
  if (people.length === 0) return null
  return (
    <ul id={list} role="listbox" aria-label={t('editor.mentions')} className={styles.mentions}>
      {people.map((person, place) => (
        <li
          key={person.id}
          id={`${list}-${place}`}
          role="option"
          aria-selected={place === active}
          // Before the text area loses the focus.
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(person)
          }}
        >
          {person.name} <span className={styles.note}>{person.note}</span>
        </li>
      ))}
    </ul>
  )
}
