import type { Line, Study } from '@mortar/simulation'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import { Mark } from '#ui/index.ts'
import { wholeTold } from '../told.ts'
import { useModelWords } from '../words.ts'
import { FigurePart } from './FigurePart.tsx'
import { LinesTable } from './LinesTable.tsx'
import styles from './reproduce.module.css'
import { useSaid } from './use-said.ts'
import type { Reproduced, Reproduction } from './use-reproduction.ts'

interface StudyPartProps {
  study: Study
  reference: Reproduced
  here: Reproduced | undefined
  reproduction: Reproduction
}

/** One published table or figure: how far it comes out, its picture, what is known not to, and its lines. */
export function StudyPart({ study, reference, here, reproduction }: StudyPartProps) {
  const t = useWords('lab')
  const words = useModelWords()
  const said = useSaid()
  const [open, setOpen] = useState(false)
  const { lines, figures } = here ?? reference
  const known = lines.filter(({ verdict }) => verdict === 'known')
  const name = words.study(study.name)
  return (
    <article className={styles.study} aria-labelledby={`study-${study.name}`}>
      <h3 id={`study-${study.name}`}>{name}</h3>
      <p className={styles.source}>{words.studySource(study.name)}.</p>
      <p className={styles.verdict}>
        <Summary lines={lines} />
        <span className={styles.soft}>
          {t(here ? 'reproduce.ranHere' : 'reproduce.ranFull', {
            runs: wholeTold(study.runs[here ? reproduction.budget : 'full']),
            seed: lines[0]?.seed ?? 0,
          })}
        </span>
        {reproduction.under === study.name && <span className={styles.soft}>{t('reproduce.under')}</span>}
      </p>
      {figures.length > 0 && (
        <div className={styles.figures}>
          {figures.map((figure, at) => (
            <FigurePart key={at} study={study.name} model={study.model} figure={figure} />
          ))}
        </div>
      )}
      {known.length > 0 && (
        <ul className={styles.known}>
          {known.map(({ what, note }) => (
            <li key={what}>{t('reproduce.knownWhy', { what: said.what(what), why: note ? said.note(note) : '' })}</li>
          ))}
        </ul>
      )}
      <details className={styles.behind} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('reproduce.showLines', { count: lines.length })}</summary>
        {open && <LinesTable caption={name} reference={reference.lines} here={here?.lines} />}
      </details>
    </article>
  )
}

function Summary({ lines }: { lines: readonly Line[] }) {
  const t = useWords('lab')
  const count = (verdict: Line['verdict']) => lines.filter((line) => line.verdict === verdict).length
  const [holds, known, differs] = [count('holds'), count('known'), count('differs')]
  return (
    <>
      <Mark kind={differs > 0 ? 'failed' : known > 0 ? 'partly' : 'worked'}>
        {t('reproduce.counts', { holds, of: lines.length })}
      </Mark>
      {known > 0 && <span>{t('reproduce.countKnown', { known })}</span>}
      {differs > 0 && <span>{t('reproduce.countDiffers', { differs })}</span>}
    </>
  )
}
