import type { Model } from '@mortar/simulation'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { useModelWords } from '../words.ts'
import styles from './model.module.css'

const parts = ['says', 'published', 'ours', 'against'] as const

/** What a model says, what of it was published, what is ours, and what speaks against it. */
export function About({ model }: { model: Model }) {
  const t = useWords('lab')
  const words = useModelWords()
  return (
    <Section title={t('about.title')}>
      <dl className={styles.about}>
        {parts.map((part) => (
          <div key={part}>
            <dt>{t(`about.${part}`)}</dt>
            <dd>{words.about(model.name, part)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('about.source')}</dt>
          <dd>{words.source(model.name)}</dd>
        </div>
      </dl>
    </Section>
  )
}
