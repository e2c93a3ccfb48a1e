import type { SourceLine } from '@mortar/contract/network-sources'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { useChannel } from '../channels.ts'
import styles from '../network.module.css'

/** What a source is for, on which ground, for how long, and how people are asked: the same words for everybody. */
export function SourceFacts({ source }: { source: SourceLine }) {
  const t = useWords('network')
  const when = useWhen()
  const channel = useChannel()
  const facts = [
    [t('fact.what'), t(`kind.${source.kind}`, { channels: when.list([...new Set(source.channels.map(channel))]) })],
    [t('fact.purpose'), source.purpose],
    [t('fact.ground'), source.legalGround],
    [t('fact.kept'), t('fact.days', { days: source.retentionDays })],
    [t('fact.mode'), <Mode key="mode" source={source} />],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Mode({ source: { mode, announcedAt, computedFrom, closedAt } }: { source: SourceLine }) {
  const t = useWords('network')
  const when = useWhen()
  if (closedAt) return t('mode.closed', { day: when.day(closedAt) })
  if (mode === 'opt_in') return t('mode.optIn')
  if (!announcedAt || !computedFrom) return t('mode.notYet')
  const begun = new Date(computedFrom) <= new Date()
  return t(begun ? 'mode.announced' : 'mode.waiting', { day: when.day(announcedAt), from: when.day(computedFrom) })
}
