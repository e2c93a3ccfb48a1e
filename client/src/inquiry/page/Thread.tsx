import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Section, toast } from '#ui/index.ts'
import type { Contribution, Inquiry } from '../api.ts'
import styles from '../inquiry.module.css'
import { ContributionItem } from './ContributionItem.tsx'

/** Everything that was added and did not go to the top, in time order. */
export function Thread({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const [more, setMore] = useState<Contribution[]>([])
  const [next, setNext] = useState(inquiry.next)
  const known = new Set(inquiry.contributions.map(({ id }) => id))
  const all = [...inquiry.contributions, ...more.filter(({ id }) => !known.has(id))]
  const whole = { ...inquiry, contributions: all }
  const shown = all.filter(({ parent, helped }) => !parent && !helped)
  const load = async () => {
    try {
      const page = await api('GET /inquiries/{inquiry}/contributions', {
        params: { inquiry: inquiry.id },
        query: { after: next ?? undefined, limit: 100 },
      })
      setMore([...more, ...page.items])
      setNext(page.next)
    } catch (error) {
      toast((error as Error).message)
    }
  }
  if (all.length === 0) return <p className={styles.soft}>{t(inquiry.closed ? 'thread.noneCame' : 'thread.none')}</p>
  if (shown.length === 0 && !next) return null
  return (
    <Section title={t('thread.title')}>
      <Counts contributions={all} />
      <div className={styles.thread}>
        {shown.map((contribution) => (
          <ContributionItem key={contribution.id} inquiry={whole} contribution={contribution} />
        ))}
      </div>
      {next && (
        <Button variant="default" onClick={() => void load()}>
          {t('thread.more')}
        </Button>
      )}
    </Section>
  )
}

/** Experiences 3 (worked 2, failed 1) · Answers 2 */
function Counts({ contributions }: { contributions: readonly Contribution[] }) {
  const t = useWords('inquiry')
  const standing = contributions.filter(({ withheld }) => !withheld)
  const of = (kind: Contribution['kind']) => standing.filter((one) => one.kind === kind)
  const outcomes = (['worked', 'partly', 'failed'] as const)
    .map((outcome) => ({ outcome, count: of('experience').filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => t(`count.${outcome}`, { count }))
  const parts = (['experience', 'answer', 'question', 'challenge'] as const).flatMap((kind) => {
    const count = of(kind).length
    if (count === 0) return []
    const words = t(`count.${kind}`, { count })
    return kind === 'experience' ? `${words} (${outcomes.join(', ')})` : words
  })
  return <p className={styles.soft}>{parts.join(' · ')}</p>
}
