import { Button } from '@mantine/core'
import type { MaturityPage } from '@mortar/contract/measurement-maturity'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import type { MaturityActs } from './acts.ts'
import { Assessment } from './Assessment.tsx'
import styles from './maturity.module.css'
import { Past } from './Past.tsx'
import { Profile } from './Profile.tsx'
import { useAct } from './use-act.ts'

interface MaturityProps {
  page: MaturityPage
  acts: MaturityActs
  /** Of a community: its name in addresses. */
  slug?: string
}

/** Four levels, answers beside evidence, what is under way, and what was answered before. */
export function Maturity({ page, acts, slug }: MaturityProps) {
  const t = useWords('maturity')
  const { act, pending } = useAct()
  return (
    <>
      <Section title={t('levels.title')}>
        <ol className={styles.levels}>
          {([1, 2, 3, 4] as const).map((level) => (
            <li key={level}>
              <strong>{t(`level.${level}`)}</strong>
              <span className={styles.soft}>{t(`levelHow.${level}`)}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Profile page={page} slug={slug} />
      {page.open ? (
        <Assessment page={page} open={page.open} acts={acts} />
      ) : (
        page.may.answer && (
          <Section title={t('assess.title')}>
            <p className={styles.soft}>{t('assess.how')}</p>
            <Button className={styles.start!} loading={pending} onClick={() => void act(acts.begin)}>
              {t(page.ended.length > 0 ? 'assess.again' : 'assess.begin')}
            </Button>
          </Section>
        )
      )}
      <Past page={page} />
    </>
  )
}
