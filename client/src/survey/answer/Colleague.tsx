import { Button, Checkbox, NativeSelect } from '@mantine/core'
import type { PersonLink } from '@mortar/contract/common'
import type { HelpKind } from '@mortar/contract/network-survey'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from '../survey.module.css'

export interface Said {
  frequency: number | null
  whatFor: HelpKind[]
  more: boolean
}

interface ColleagueProps {
  person: PersonLink
  said: Said
  open: boolean
  onSay: (said: Said) => void
  onRemove: () => void
}

const steps = [4, 3, 2, 1] as const
const kinds = ['problem_solving', 'know_how', 'decision', 'contacts', 'encouragement'] as const

/** One colleague who was named: how often, what for, and whether more would be welcome. */
export function Colleague({ person, said: before, open, onSay, onRemove }: ColleagueProps) {
  const t = useWords('survey')
  // What was said last counts, not what the server said last: who clicks twice does not wait in between.
  const [said, setSaid] = useState(before)
  const say = (now: Said) => {
    setSaid(now)
    onSay(now)
  }
  const toggle = (kind: HelpKind) =>
    say({
      ...said,
      whatFor: said.whatFor.includes(kind) ? said.whatFor.filter((one) => one !== kind) : [...said.whatFor, kind],
    })
  return (
    <li className={styles.colleague}>
      <div className={styles.head}>
        <h3>
          {person.name}
          <span className={styles.soft}> {[person.title, person.unit].filter(Boolean).join(', ')}</span>
        </h3>
        {open && (
          <Button variant="subtle" onClick={onRemove}>
            {t('answer.remove')}
            <span className="unseen"> {person.name}</span>
          </Button>
        )}
      </div>
      <div className={styles.details}>
        <NativeSelect
          label={t('answer.often')}
          aria-label={`${t('answer.often')}: ${person.name}`}
          disabled={!open}
          value={said.frequency === null ? '' : String(said.frequency)}
          onChange={(event) => say({ ...said, frequency: Number(event.currentTarget.value) || null })}
          data={[
            { value: '', label: t('answer.unsaid') },
            ...steps.map((step) => ({ value: String(step), label: t(`frequency.f${step}`) })),
          ]}
        />
        <fieldset className={styles.set} disabled={!open}>
          <legend>
            {t('answer.whatFor')}
            <span className="unseen"> {person.name}</span>
          </legend>
          <div className={styles.kinds}>
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                label={t(`kind.${kind}`)}
                checked={said.whatFor.includes(kind)}
                onChange={() => toggle(kind)}
              />
            ))}
          </div>
        </fieldset>
        <Checkbox
          className={styles.more}
          label={t('answer.more')}
          disabled={!open}
          checked={said.more}
          onChange={(event) => say({ ...said, more: event.currentTarget.checked })}
        />
      </div>
    </li>
  )
}
