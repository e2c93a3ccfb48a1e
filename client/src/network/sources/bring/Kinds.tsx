import { formsOf } from '@mortar/traces/fitting'
import type { Answer } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import styles from '../../network.module.css'
import { GitLine } from './GitLine.tsx'

/** From where each is to be had: a sentence each. */
const ways = {
  table: ['table.any'],
  mail: ['mail.google', 'mail.apple', 'mail.thunderbird'],
  calendar: ['calendar.google', 'calendar.outlook', 'calendar.apple'],
  slack: ['slack.any'],
  mattermost: ['mattermost.any'],
  git: ['git.any'],
} as const

/** What may be brought into a source of this kind, where one gets it, and what is read of it. */
export function Kinds({ kind }: Pick<Answer<'GET /sources/{source}'>, 'kind'>) {
  const t = useWords('network')
  return (
    <div className={styles.kinds}>
      {formsOf(kind).map((form) => (
        <details key={form} className={styles.kind}>
          <summary>{t(`bring.kind.${form}`)}</summary>
          {ways[form].length === 1 ? (
            <p className={styles.said}>{t(`bring.get.${ways[form][0]}`)}</p>
          ) : (
            <ul className={styles.report}>
              {ways[form].map((way) => (
                <li key={way}>{t(`bring.get.${way}`)}</li>
              ))}
            </ul>
          )}
          {form === 'git' && <GitLine />}
          <p className={styles.said}>{t(`bring.read.${form}`)}</p>
        </details>
      ))}
    </div>
  )
}
