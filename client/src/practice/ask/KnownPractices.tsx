import { Button } from '@mantine/core'
import type { SimilarPractice } from '@mortar/contract/practice-pages'
import { useState } from 'react'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { EvidenceDots, Go, Mark, Section } from '#ui/index.ts'
import { ApplyDialog } from '../act/ApplyDialog.tsx'
import styles from '../practice.module.css'

/** Practices that may already answer what somebody is writing: "this solved it" records that it was used. */
export function KnownPractices({ practices }: { practices: readonly SimilarPractice[] }) {
  const t = useWords('practice')
  const [others, setOthers] = useState<string[]>([])
  const [solved, setSolved] = useState<{ id: string; title: string }>()
  const items = practices.filter(({ id }) => !others.includes(id))
  if (items.length === 0) return null
  return (
    <Section small title={t('known.heading')}>
      <ul className={styles.known}>
        {items.map((line) => (
          <li key={line.id}>
            <Go to={paths.practice(line.id)}>{line.title}</Go>
            <p className={styles.facts}>
              <EvidenceDots {...line.evidence} />
              {line.validatedAt && <Mark kind="worked">{t('trust.validated')}</Mark>}
              {line.overdue && <Mark kind="partly">{t('trust.overdue')}</Mark>}
              <span>{t(`known.${line.why}`)}</span>
            </p>
            <div className={styles.acts}>
              <Button size="compact-sm" variant="default" onClick={() => setSolved(line)}>
                {t('known.solved')}
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOthers([...others, line.id])}>
                {t('known.other')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {solved && <ApplyDialog practice={solved} onClose={() => setSolved(undefined)} />}
    </Section>
  )
}
