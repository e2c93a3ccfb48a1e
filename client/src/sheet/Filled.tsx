import type { SheetField } from '@mortar/contract/community-sheets'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Mark, PersonChip } from '#ui/index.ts'
import type { Sheet } from './types.ts'
import styles from './sheet.module.css'

type FilledProps = { sheet: Pick<Sheet, 'sections' | 'content' | 'people'>; slug: string }

/** A sheet to be read and printed: what is empty is left out, items of lists are not. */
export function Filled({ sheet }: FilledProps) {
  const t = useWords('sheet')
  const shown = sheet.sections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => isShown(field, sheet)) }))
    .filter(({ fields }) => fields.length > 0)
  if (shown.length === 0) return <p className={styles.soft}>{t('empty')}</p>
  return shown.map((section) => (
    <div key={section.id} className={styles.filled}>
      <h3 data-no-words>{section.title}</h3>
      <dl>
        {section.fields.map((field) => (
          <div key={field.id}>
            <dt data-no-words>{field.label}</dt>
            <dd>
              <Value field={field} sheet={sheet} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}

const isShown = ({ kind, id }: SheetField, { content }: FilledProps['sheet']) =>
  kind === 'checks' || (content[id]?.length ?? 0) > 0

function Value({ field: { id, kind, options }, sheet }: { field: SheetField; sheet: FilledProps['sheet'] }) {
  const t = useWords('sheet')
  const when = useWhen()
  const value = sheet.content[id]
  if (kind === 'checks')
    return (
      <ul className={styles.checks}>
        {options.map((option) => (
          <li key={option.id}>
            <Mark kind={value?.includes(option.id) ? 'worked' : 'quiet'}>
              <span data-no-words>{option.label}</span>
            </Mark>
            <span className="unseen">{t(value?.includes(option.id) ? 'yes' : 'no')}</span>
          </li>
        ))}
      </ul>
    )
  if (kind === 'people')
    return (
      <span className={styles.people}>
        {sheet.people
          .filter((person) => value?.includes(person.id))
          .map((person) => (
            <PersonChip
              key={person.id}
              name={person.name}
              photo={person.photo}
              gone={person.gone}
              to={paths.person(person.id)}
            />
          ))}
      </span>
    )
  if (kind === 'date') return when.day(String(value))
  const words = kind === 'choice' ? options.find((option) => option.id === value)?.label : String(value)
  return (
    <span className={styles.said} data-no-words>
      {words}
    </span>
  )
}
