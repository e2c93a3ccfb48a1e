import { Button } from '@mantine/core'
import type { PracticeText } from '@mortar/contract/practice'
import { useEffect, useRef } from 'react'
import { useWords } from '#app/words.ts'
import { useWhen } from '#app/when.ts'
import { Section } from '#ui/index.ts'
import type { Revision } from '../api.ts'
import { TextDiff } from '../history/TextDiff.tsx'
import styles from '../practice.module.css'
import { textOf } from './use-beginning.ts'

interface ConflictProps {
  theirs: Revision
  mine: PracticeText
  /** Keeps my text and goes on from their revision. */
  onGoOn: () => void
  /** Takes their text into the editor. */
  onTake: (text: PracticeText) => void
}

/** Both texts: what somebody else wrote meanwhile, and how mine differs. Nothing was overwritten. */
export function Conflict({ theirs, mine, onGoOn, onTake }: ConflictProps) {
  const t = useWords('practice')
  const when = useWhen()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className={styles.conflict}>
      <Section title={t('conflict.title')}>
        <p>{t('conflict.what', { name: theirs.by?.name ?? t('somebody'), time: when.time(theirs.at) })}</p>
        <TextDiff before={textOf(theirs)} after={mine} />
        <div className={styles.acts}>
          <Button variant="default" onClick={onGoOn}>
            {t('conflict.goOn', { revision: theirs.revision })}
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              onTake(textOf(theirs))
              onGoOn()
            }}
          >
            {t('conflict.take')}
          </Button>
        </div>
      </Section>
    </div>
  )
}
