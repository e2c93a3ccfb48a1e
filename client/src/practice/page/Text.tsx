import { useWords } from '#app/words.ts'
import { Markdown, Section } from '#ui/index.ts'
import type { Revision } from '../api.ts'
import styles from '../practice.module.css'

/** What the practice says: the problem, when it works and when not, and how. */
export function Text({ text }: { text: Revision }) {
  const t = useWords('practice')
  const parts = (['problem', 'worksWhen', 'worksNot', 'how', 'sources'] as const).filter((part) => text[part].html)
  return (
    <>
      {parts.map((part) => (
        <Section key={part} title={t(`field.${part}`)}>
          <Markdown html={text[part].html} />
          {part === 'how' && <Steps steps={text.steps} />}
        </Section>
      ))}
      {!text.how.html && text.steps.length > 0 && (
        <Section title={t('field.steps')}>
          <Steps steps={text.steps} />
        </Section>
      )}
    </>
  )
}

function Steps({ steps }: { steps: Revision['steps'] }) {
  if (steps.length === 0) return null
  return (
    <ol className={styles.steps}>
      {steps.map(({ role, what }, place) => (
        <li key={place}>
          <span className={styles.role}>{role}</span>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  )
}
