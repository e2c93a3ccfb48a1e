import { type Answer } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { DiffView } from '#ui/index.ts'

export type Charter = Answer<'GET /communities/{community}'>['charter']

/** The long texts of a charter, in the order in which they are read. */
export const texts = ['about', 'notAbout', 'purpose', 'people', 'conventions', 'rhythm'] as const
export type CharterText = Record<(typeof texts)[number] | 'domain' | 'reviewOn', string>

export const textOf = (charter: Charter) =>
  ({
    domain: charter.domain,
    reviewOn: charter.reviewOn ?? '',
    ...Object.fromEntries(texts.map((part) => [part, charter[part].markdown])),
  }) as CharterText

/** What changed between two charters, part by part. */
export function CharterDiff({ before, after }: { before: CharterText; after: CharterText }) {
  const t = useWords('community')
  const labels = { domain: t('field.domain'), reviewOn: t('charter.review') }
  const changed = (['domain', ...texts, 'reviewOn'] as const).filter((part) => before[part] !== after[part])
  if (changed.length === 0) return <p>{t('charter.same')}</p>
  return (
    <>
      {changed.map((part) => (
        <div key={part}>
          <h3>{part === 'domain' || part === 'reviewOn' ? labels[part] : t(`field.${part}`)}</h3>
          <DiffView before={before[part]} after={after[part]} />
        </div>
      ))}
    </>
  )
}
