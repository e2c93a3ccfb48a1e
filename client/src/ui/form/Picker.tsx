import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './form.module.css'
import { useSearchAhead } from './use-search.ts'

export interface Choice {
  id: string
  name: string
  /** Tells two of the same name apart: "physiotherapist, Ward 3". */
  note?: string | null
}

export interface PickerProps {
  label: string
  description?: string
  placeholder?: string
  value: readonly Choice[]
  onChange: (value: Choice[]) => void
  /** Finds what fits the text; asked with an empty text too when `suggest` is set. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Choice[]>
  suggest?: boolean
  /** Makes a choice of a text that none is called by; where it cannot, it tells why by itself. */
  adds?: { word: (text: string) => string; add: (text: string) => Promise<Choice | undefined> } | undefined
  max?: number
  error?: string | undefined
  required?: boolean
}

const anew = 'anew'
const isCalled = (text: string) => (choice: Choice) => choice.name.toLocaleLowerCase() === text.toLocaleLowerCase()

/** Chooses people, units or communities by typing a part of the name. */
export function Picker(props: PickerProps) {
  const { label, description, value, onChange, max = 100, error, required = false } = props
  const { t } = useTranslation('ui')
  const [text, setText] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useSearchAhead(text, props.search, { whenEmpty: props.suggest ?? false })
  const open = found.state === 'found' ? found.items.filter(({ id }) => !value.some((chosen) => chosen.id === id)) : []
  const full = value.length >= max

  const added = text.trim()
  const mayAdd =
    props.adds && !full && found.state === 'found' && added !== '' && ![...found.items, ...value].some(isCalled(added))

  const add = async () => {
    const choice = await props.adds?.add(added)
    if (choice) onChange([...value, choice])
  }
  const choose = (id: string) => {
    if (id === anew) void add()
    const choice = open.find((item) => item.id === id)
    if (choice && !full) onChange([...value, choice])
    setText('')
    combobox.closeDropdown()
  }
  const remove = (id: string) => onChange(value.filter((chosen) => chosen.id !== id))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '' && value.length > 0) remove(value.at(-1)!.id)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          description={description}
          error={error}
          required={required}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {value.map((chosen) => (
              <Pill
                key={chosen.id}
                withRemoveButton
                onRemove={() => remove(chosen.id)}
                removeButtonProps={{
                  'aria-label': t('picker.remove', { name: chosen.name }),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
              >
                {chosen.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                aria-invalid={error ? true : undefined}
                value={text}
                placeholder={value.length === 0 ? props.placeholder : undefined}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={onKeyDown}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={styles.options} aria-label={label}>
          {!full &&
            open.map((item) => (
              <Combobox.Option key={item.id} value={item.id}>
                <span className={styles.option}>
                  {item.name}
                  {item.note && <span className={styles.optionNote}>{item.note}</span>}
                </span>
              </Combobox.Option>
            ))}
          {mayAdd && <Combobox.Option value={anew}>{props.adds?.word(added)}</Combobox.Option>}
        </Combobox.Options>
        <Told />
      </Combobox.Dropdown>
    </Combobox>
  )

  function Told() {
    const said = saying()
    return said ? (
      <div className={styles.told} role="status">
        {said}
      </div>
    ) : null
  }
  function saying(): string | undefined {
    if (full) return t('picker.full', { max })
    if (found.state === 'failed') return t('picker.failed')
    if (found.state === 'searching') return t('picker.searching')
    if (found.state === 'idle') return t('picker.type')
    return open.length === 0 && !mayAdd ? t('picker.none', { text }) : undefined
  }
}
