import type { EiFigure, ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Section } from '#ui/index.ts'
import { Figure } from '#found/Figure.tsx'
import found from '#found/found.module.css'

/** The whole in numbers, each with where it comes from. */
export function Figures({ outcome, window }: { outcome: ReorganizationOutcome; window: string }) {
  const t = useWords('reorganization')
  const when = useWhen()
  const { people, moved, ei, cut, joined, units } = outcome
  const index = (figure: EiFigure | null) => (figure ? when.number(figure.index) : t('few'))
  const of = t('ofPeople', { people: people === null ? t('few') : when.number(people) })
  const chance = (figure: EiFigure | null) =>
    figure
      ? t('eiSure', {
          expected: when.number(figure.expected),
          low: when.number(figure.low),
          high: when.number(figure.high),
        })
      : t('eiFew')
  const ties = (side: typeof cut) => (side ? when.number(side.ties) : t('few'))
  return (
    <Section title={t('whole')}>
      <div className={found.figures}>
        <Figure
          label={t('moved')}
          value={moved === null ? t('few') : when.number(moved)}
          formula={t('movedHow')}
          of={of}
          uncertainty={t('movedSure')}
        />
        <Figure
          label={t('units')}
          value={t('unitsValue', units)}
          formula={t('unitsHow')}
          uncertainty={t('unitsSure')}
        />
        <Figure
          label={t('eiBefore')}
          value={index(ei.before)}
          formula={t('eiHow')}
          of={of}
          window={window}
          uncertainty={chance(ei.before)}
        />
        <Figure
          label={t('eiAfter')}
          value={index(ei.after)}
          formula={t('eiHow')}
          of={of}
          window={window}
          uncertainty={chance(ei.after)}
        />
        <Figure
          label={t('cut')}
          value={ties(cut)}
          formula={t('cutHow')}
          of={cut ? t('behind', { people: cut.people }) : of}
          window={window}
          uncertainty={t('tiesSure')}
        />
        <Figure
          label={t('joined')}
          value={ties(joined)}
          formula={t('joinedHow')}
          of={joined ? t('behind', { people: joined.people }) : of}
          window={window}
          uncertainty={t('tiesSure')}
        />
      </div>
    </Section>
  )
}
