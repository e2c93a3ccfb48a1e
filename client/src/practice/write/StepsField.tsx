import { ActionIcon, Button, TextInput } from '@mantine/core'
import type { Step } from '@mortar/contract/practice'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useWords } from '#app/words.ts'
import type { ReactNode } from 'react'
import styles from '../practice.module.css'

/** The steps of a routine, each with the role that does it. */
export function StepsField({ steps, onChange }: { steps: readonly Step[]; onChange: (steps: Step[]) => void }) {
  const t = useWords('practice')
  const change = (place: number, part: Partial<Step>) =>
    onChange(steps.map((step, n) => (n === place ? { ...step, ...part } : step)))
  const swap = (place: number, other: number) => {
    const next = [...steps]
    ;[next[place], next[other]] = [next[other]!, next[place]!]
    onChange(next)
  }
  return (
    <fieldset className={styles.stepsField}>
      <legend>{t('field.steps')}</legend>
      <p className={styles.soft}>{t('fieldHow.steps')}</p>
      <ol>
        {steps.map((step, place) => (
          <li key={place} className={styles.stepRow}>
            <TextInput
              label={t('step.role')}
              value={step.role}
              onChange={(event) => change(place, { role: event.currentTarget.value })}
              maxLength={80}
            />
            <TextInput
              label={t('step.what')}
              value={step.what}
              onChange={(event) => change(place, { what: event.currentTarget.value })}
              maxLength={1000}
            />
            <span className={styles.stepActs}>
              <Move label={t('step.up', { step: place + 1 })} off={place === 0} onClick={() => swap(place, place - 1)}>
                <IconArrowUp size={18} aria-hidden="true" />
              </Move>
              <Move
                label={t('step.down', { step: place + 1 })}
                off={place === steps.length - 1}
                onClick={() => swap(place, place + 1)}
              >
                <IconArrowDown size={18} aria-hidden="true" />
              </Move>
              <Move
                label={t('step.remove', { step: place + 1 })}
                off={false}
                onClick={() => onChange(steps.filter((_, n) => n !== place))}
              >
                <IconTrash size={18} aria-hidden="true" />
              </Move>
            </span>
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        onClick={() => onChange([...steps, { role: '', what: '' }])}
        disabled={steps.length >= 60}
      >
        {t('step.add')}
      </Button>
    </fieldset>
  )
}

interface MoveProps {
  label: string
  off: boolean
  onClick: () => void
  children: ReactNode
}

const Move = ({ label, off, onClick, children }: MoveProps) => (
  <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} disabled={off} onClick={onClick}>
    {children}
  </ActionIcon>
)
