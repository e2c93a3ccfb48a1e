import { Button, Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, DataTable, Go } from '#ui/index.ts'
import { type Draft, keyOf, monthIn } from './draft.ts'
import styles from './plan.module.css'
import { useFormats } from './formats.ts'
import type { Line, Rules } from './types.ts'

interface SendsProps {
  month: string
  lines: readonly Line[]
  rules: Rules
  draft: Draft
  onToggle: (key: string) => void
  onMove: (line: Line, month: number) => void
}

const step = 30

/** The same as a table: put off and on, move to another month. */
export function Sends({ month, lines, rules, draft, onToggle, onMove }: SendsProps) {
  const t = useWords('learning')
  const { month: nameOf } = useFormats()
  const [shown, setShown] = useState(step)
  const title = ({ item }: Line) => item?.title ?? t('plans.gone')
  return (
    <>
      <DataTable
        caption={t('plans.sendsOf', { month })}
        rows={lines.slice(0, shown)}
        rowKey={({ send }) => keyOf(send)}
        columns={[
          {
            id: 'on',
            head: t('plans.on'),
            cell: (line) => (
              <Checkbox
                checked={!draft.off.has(keyOf(line.send))}
                onChange={() => onToggle(keyOf(line.send))}
                aria-label={t('plans.send', {
                  item: title(line),
                  to: line.community?.name ?? t('plans.several'),
                })}
              />
            ),
          },
          {
            id: 'item',
            head: t('plans.item'),
            cell: (line) =>
              line.item ? <Go to={paths.learningItem(line.item.id)}>{line.item.title}</Go> : title(line),
            sort: title,
          },
          { id: 'topic', head: t('plans.topic'), cell: ({ topic }) => topic?.name ?? t('plans.gone') },
          { id: 'to', head: t('plans.to'), cell: (line) => <To line={line} /> },
          {
            id: 'people',
            head: t('plans.people'),
            cell: ({ people, relevant }) => <People people={people} relevant={relevant} />,
            sort: ({ people }) => people ?? 0,
            numeric: true,
          },
          {
            id: 'month',
            head: t('plans.month'),
            cell: (line) => (
              <Select
                aria-label={t('plans.monthOf', { item: title(line) })}
                data={Array.from({ length: rules.months }, (_, at) => ({
                  value: String(at),
                  label: nameOf(rules.from, at),
                }))}
                value={String(monthIn(draft, line))}
                onChange={(value) => value !== null && onMove(line, Number(value))}
                allowDeselect={false}
                comboboxProps={{ withinPortal: false }}
              />
            ),
          },
        ]}
      />
      {lines.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + step)}>
          {t('plans.more', { rest: lines.length - shown })}
        </Button>
      )}
    </>
  )
}

function To({ line: { community, reach } }: { line: Line }) {
  const t = useWords('learning')
  return (
    <>
      {community ? <CommunityTag {...community} long /> : t('plans.several')}{' '}
      {reach && reach !== 'several' && reach !== 'topic' && t(`plans.reach.${reach}`)}
    </>
  )
}

function People({ people, relevant }: { people: number | null; relevant: number | null }) {
  const t = useWords('learning')
  if (people === null) return t('plans.nobody')
  if (relevant === null) return t('plans.peopleOnly', { people })
  return (
    <span className={styles.whole}>
      {relevant === people ? t('plans.peopleAll', { people }) : t('plans.peopleWant', { people, relevant })}
    </span>
  )
}
