import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Markdown, Section } from '#ui/index.ts'
import type { Inquiry } from '../api.ts'
import styles from '../inquiry.module.css'
import { ContributionItem } from './ContributionItem.tsx'

type Resolution = Inquiry['resolutions'][number]

/** What helped, in full, with who said so and when; then what was thought to help and did not hold. */
export function Solution({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const helped = inquiry.contributions.filter((one) => one.helped)
  const standing = inquiry.resolutions.find(({ ended }) => !ended)
  const ended = inquiry.resolutions.filter((one) => one.ended)
  const other = standing && (standing.anotherWay || standing.practice) ? standing : undefined
  const count = helped.length + (other ? 1 : 0)
  return (
    <>
      {count > 0 && (
        <Section title={t('helped.title')} count={count}>
          <div className={styles.helped}>
            {other && <OtherWay resolution={other} />}
            {helped.map((contribution) => (
              <ContributionItem key={contribution.id} inquiry={inquiry} contribution={contribution} />
            ))}
          </div>
        </Section>
      )}
      {ended.length > 0 && (
        <div className={styles.ended}>
          {ended.map((resolution) => (
            <Ended key={resolution.at} resolution={resolution} />
          ))}
        </div>
      )}
    </>
  )
}

function OtherWay({ resolution: { by, at, anotherWay, practice } }: { resolution: Resolution }) {
  const t = useWords('inquiry')
  const when = useWhen()
  return (
    <article className={styles.contribution} data-kind="helped">
      <div className={styles.contributionHead}>
        <strong>{t(practice ? 'helped.practice' : 'helped.anotherWay')}</strong>
        <span>{t('helped.said', { name: by?.name ?? t('somebody'), time: when.ago(at) })}</span>
      </div>
      {practice && <Go to={paths.practice(practice)}>{t('helped.openPractice')}</Go>}
      {anotherWay && <Markdown html={anotherWay} />}
    </article>
  )
}

function Ended({ resolution: { at, anotherWay, ended } }: { resolution: Resolution }) {
  const t = useWords('inquiry')
  const when = useWhen()
  return (
    <details open>
      <summary>
        {t('helped.reopened', { day: when.day(at), by: ended?.by?.name ?? t('somebody'), on: when.day(ended!.at) })}
      </summary>
      {ended?.reason && <p>{ended.reason}</p>}
      {anotherWay && <Markdown small html={anotherWay} />}
    </details>
  )
}
