import { Button, TextInput } from '@mantine/core'
import type { Chosen } from '@mortar/traces'
import { projectOf } from '@mortar/traces/forms/git'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from '../../network.module.css'

interface ProjectsProps {
  chosen: readonly Chosen[]
  onNamed: (chosen: Chosen[]) => void
  onCancel: () => void
}

/** Asks what the project of each history is called: files of the same name in two projects are not the same. */
export function Projects({ chosen, onNamed, onCancel }: ProjectsProps) {
  const t = useWords('network')
  const ui = useWords('ui')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.select(), [])
  const [names, setNames] = useState(() => chosen.map(({ name }) => projectOf(name)))
  const named = (event: FormEvent) => {
    event.preventDefault()
    onNamed(chosen.map((one, at) => ({ ...one, project: names[at]!.trim() || projectOf(one.name) })))
  }
  return (
    <form className={styles.projects} onSubmit={named} aria-label={t('bring.projects')}>
      <p className={styles.said}>{t('bring.projectsHow')}</p>
      {chosen.map(({ name }, at) => (
        <TextInput
          key={at}
          label={t('bring.project', { name })}
          value={names[at]!}
          onChange={({ currentTarget: { value } }) => setNames((all) => all.with(at, value))}
          maxLength={100}
          {...(at === 0 && { ref: first })}
        />
      ))}
      <div className={styles.acts}>
        <Button type="submit">{t('bring.named')}</Button>
        <Button variant="subtle" onClick={onCancel}>
          {ui('cancel')}
        </Button>
      </div>
    </form>
  )
}
