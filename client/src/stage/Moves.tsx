import type { Stage } from '@mortar/contract/community'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section } from '#ui/index.ts'
import styles from './stage.module.css'

const moves = {
  potential: ['worksheet', 'invite', 'charter', 'inventory'],
  coalescing: ['rhythm', 'welcome', 'ask', 'rules'],
  maturing: ['roles', 'ladder', 'workingGroup', 'figures'],
  stewardship: ['verify', 'succession', 'signals', 'sponsorship'],
  transformation: ['review', 'renew', 'split', 'closing'],
} as const satisfies Record<Stage, readonly string[]>
type Move = (typeof moves)[Stage][number]

interface MovesProps {
  stage: Stage
  slug: string
  closed: boolean
  may: { close: boolean }
}

/** Acts that fit where the community stands; each is done where its link leads. */
export function Moves({ stage, slug, closed, may }: MovesProps) {
  const t = useWords('stage')
  if (closed) return null
  return (
    <Section title={t('moves.title')}>
      <ul className={styles.moves}>
        {moves[stage].map((move) => (
          <li key={move}>
            <Go to={whereTo(move, slug)}>{t(`moves.${move}`)}</Go>
            <span className={styles.soft}>{t(`moves.${move}Why`)}</span>
          </li>
        ))}
        {stage === 'transformation' && may.close && (
          <li>
            <Go to={paths.closeCommunity(slug)}>{t('moves.end')}</Go>
            <span className={styles.soft}>{t('moves.endWhy')}</span>
          </li>
        )}
      </ul>
    </Section>
  )
}

function whereTo(move: Move, slug: string): string {
  const places: Record<Move, string> = {
    worksheet: paths.sheets(slug),
    invite: paths.members(slug),
    charter: paths.charter(slug),
    inventory: paths.repertoire(slug),
    rhythm: paths.charter(slug),
    welcome: paths.communityCare(slug),
    ask: paths.ask({ community: slug }),
    rules: paths.sheets(slug),
    roles: paths.sheets(slug),
    ladder: paths.sheets(slug),
    workingGroup: paths.sheets(slug),
    figures: paths.communityIndicators(slug),
    verify: paths.repertoire(slug),
    succession: paths.sheets(slug),
    signals: paths.signals({ community: slug }),
    sponsorship: paths.sheets(slug),
    review: paths.sheets(slug),
    renew: paths.charter(slug),
    split: paths.newCommunity(),
    closing: paths.sheets(slug),
  }
  return places[move]
}
