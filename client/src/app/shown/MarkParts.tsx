import { useState } from 'react'
import { CommunityTag, EvidenceDots, Mark, PersonChip, Progress, Section, TimeAxis, UnitTag } from '#ui/index.ts'

const points = [
  ['2026-03-02', 'worked'],
  ['2026-03-20', 'worked'],
  ['2026-04-11', 'partly'],
  ['2026-04-12', 'failed'],
  ['2026-05-30', 'worked'],
  ['2026-07-01', 'worked'],
  ['2026-07-02', 'worked'],
  ['2026-09-12', 'partly'],
  ['2026-10-12', 'note'],
] as const

export function MarkParts() {
  const [selected, setSelected] = useState<string>()
  const format = (moment: Date) => moment.toLocaleDateString('en', { month: 'short', year: 'numeric' })
  return (
    <>
      <Section title="Outcome and state">
        <p>
          <Mark kind="worked">worked</Mark> <Mark kind="partly">partly worked</Mark>{' '}
          <Mark kind="failed">did not work</Mark> <Mark kind="note">proposed</Mark> <Mark kind="quiet">declined</Mark>
        </p>
        <p>
          <EvidenceDots worked={7} partly={1} failed={1} />
        </p>
        <p>
          <EvidenceDots worked={31} partly={4} failed={1} />
        </p>
        <p>
          <EvidenceDots worked={0} partly={0} failed={0} />
        </p>
      </Section>
      <Section title="People, communities, units" count={8}>
        <p>
          <PersonChip name="Anna Virtanen" note="occupational therapist" to="/people/anna" />
        </p>
        <p>
          <PersonChip name="Erik Ström-Lund" gone />
        </p>
        <p>
          {[1, 2, 3, 4, 5, 6, 7, 8].map((colour) => (
            <span key={colour}>
              <CommunityTag name={`Community number ${colour}`} short={`C${colour}`} colour={colour} />{' '}
            </span>
          ))}
          <CommunityTag long name="Rehabilitation social workers" short="RSW" colour={3} />{' '}
          <UnitTag name="Department A" />
        </p>
      </Section>
      <Section title="Evidence over time">
        <TimeAxis
          points={points.map(([at, kind], place) => ({
            id: String(place),
            at,
            kind,
            label: `${kind}, ${at}, Department B`,
          }))}
          format={format}
          selected={selected}
          onSelect={setSelected}
        />
        <Progress label="Answered within a day" value={14} of={19} />
      </Section>
    </>
  )
}
