import { useSuspenseQuery } from '@tanstack/react-query'
import { useLive } from '#app/live.ts'
import { Page } from '#ui/index.ts'
import { practiceQuery } from '../api.ts'
import styles from '../practice.module.css'
import { Above } from './Above.tsx'
import { Acts } from './Acts.tsx'
import { EvidenceSection } from '../evidence/EvidenceSection.tsx'
import { Family } from './Family.tsx'
import { Notes } from './Notes.tsx'
import { OrderNotes } from './OrderNotes.tsx'
import { Side } from './Side.tsx'
import { Text } from './Text.tsx'
import { UnitsSection } from './UnitsSection.tsx'
import { ChangesSection } from '../history/ChangesSection.tsx'

/** Read beside the page, by some readers. */
const onThePage = [
  { queryKey: ['GET /practices/{practice}/reports'] },
  { queryKey: ['GET /practices/{practice}/changes'] },
]

/** A practice: the problem it answers first, then how, then what happened to those who used it. */
export function PracticePage({ params }: { params: { practice: string } }) {
  const asked = practiceQuery(params.practice)
  const { data: practice } = useSuspenseQuery(asked)
  useLive(`practice:${practice.id}`, [asked, ...onThePage])
  return (
    <div className={styles.practice}>
      <Page
        title={practice.title}
        above={<Above practice={practice} />}
        lead={practice.variantContext}
        actions={<Acts practice={practice} />}
        side={<Side practice={practice} />}
      >
        <OrderNotes practice={practice} />
        <Notes practice={practice} />
        <Text text={practice.text} />
        {practice.workshop && practice.workshop.changes > 0 && (
          <div className="screen-only">
            <ChangesSection practice={practice} />
          </div>
        )}
        <EvidenceSection practice={practice} />
        <UnitsSection practice={practice} />
        {practice.family.length > 1 && <Family practice={practice} />}
      </Page>
    </div>
  )
}
