import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { type Charter, CharterDiff, type CharterText, textOf } from './CharterDiff.tsx'
import styles from './community.module.css'

interface CharterConflictProps {
  theirs: Charter
  mine: CharterText
  /** Keeps my text and goes on from their version. */
  onGoOn: () => void
  /** Takes their text into the form. */
  onTake: () => void
}

/** Both texts: the version somebody else wrote meanwhile, and how mine differs. Nothing was overwritten. */
export function CharterConflict({ theirs, mine, onGoOn, onTake }: CharterConflictProps) {
  const t = useWords('community')
  const when = useWhen()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className={styles.conflict}>
      <Section title={t('charter.conflict')}>
        <p>
          {t('charter.conflictHow', { name: theirs.by?.name ?? t('charter.somebody'), time: when.time(theirs.at) })}
        </p>
        <CharterDiff before={textOf(theirs)} after={mine} />
        <div className={styles.conflictActs}>
          <Button variant="default" onClick={onGoOn}>
            {t('charter.goOn', { version: theirs.version })}
          </Button>
          <Button variant="subtle" onClick={onTake}>
            {t('charter.takeTheirs')}
          </Button>
        </div>
      </Section>
    </div>
  )
}
