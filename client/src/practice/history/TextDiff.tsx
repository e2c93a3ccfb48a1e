import type { PracticeText } from '@mortar/contract/practice'
import { useWords } from '#app/words.ts'
import { DiffView } from '#ui/index.ts'
import { type Part, parts } from '../write/together.ts'

/** What changed between two texts, part by part. */
export function TextDiff({ before, after }: { before: PracticeText; after: PracticeText }) {
  const t = useWords('practice')
  const changed = parts.filter((part) => written(before, part) !== written(after, part))
  if (changed.length === 0) return <p>{t('revisions.same')}</p>
  return (
    <>
      {changed.map((part) => (
        <div key={part}>
          <h3>{t(`field.${part}`)}</h3>
          <DiffView before={written(before, part)} after={written(after, part)} />
        </div>
      ))}
    </>
  )
}

const written = (text: PracticeText, part: Part) =>
  part === 'steps' ? text.steps.map(({ role, what }, n) => `${n + 1}. ${role}: ${what}`).join('\n') : text[part]
