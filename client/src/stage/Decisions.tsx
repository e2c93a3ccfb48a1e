import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { paths } from '#app/paths.ts'
import { PersonChip, Section } from '#ui/index.ts'
import styles from './stage.module.css'
import type { Life } from './life.ts'

/** What people decided about stage and form, the latest first. */
export function Decisions({ life }: { life: Life }) {
  const t = useWords('stage')
  const word = useWords('community')
  const moves = life.moves.map((move) => ({
    ...move,
    says:
      move.from === move.to
        ? t('decisions.stayed', { stage: word(`stage.${move.from}`), proposed: word(`stage.${move.proposed!}`) })
        : t('decisions.moved', { from: word(`stage.${move.from}`), to: word(`stage.${move.to}`) }),
  }))
  const forms = life.forms.map((change) => ({
    ...change,
    says: t('decisions.form', { from: word(`form.${change.from}`), to: word(`form.${change.to}`) }),
  }))
  const all = [...moves, ...forms].toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Section title={t('decisions.title')} count={all.length || undefined}>
      {all.length === 0 && <p className={styles.soft}>{t('decisions.none')}</p>}
      <ol className={styles.decisions}>
        {all.map((one) => (
          <Decision key={one.id} {...one} />
        ))}
      </ol>
    </Section>
  )
}

function Decision({ says, reason, by, at }: Pick<Life['moves'][number], 'reason' | 'by' | 'at'> & { says: string }) {
  const when = useWhen()
  return (
    <li>
      <p>{says}</p>
      {reason && (
        <p className={styles.said} data-no-words>
          {reason}
        </p>
      )}
      <p className={styles.facts}>
        <span>{when.day(at)}</span>
        {by && <PersonChip name={by.name} photo={by.photo} gone={by.gone} to={paths.person(by.id)} />}
      </p>
    </li>
  )
}
