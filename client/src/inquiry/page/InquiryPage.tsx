import { useSuspenseQuery } from '@tanstack/react-query'
import { useLive } from '#app/live.ts'
import { useWords } from '#app/words.ts'
import { Markdown, Page } from '#ui/index.ts'
import { inquiryQuery } from '../api.ts'
import styles from '../inquiry.module.css'
import { Above } from './Above.tsx'
import { Acts } from './Acts.tsx'
import { Composer } from './Composer.tsx'
import { Notes } from './Notes.tsx'
import { OriginLine } from './OriginLine.tsx'
import { Side } from './Side.tsx'
import { Solution } from './Solution.tsx'
import { Thread } from './Thread.tsx'

/** Read beside the page: later contributions, and reports by who keeps order. */
const onThePage = [
  { queryKey: ['GET /inquiries/{inquiry}/contributions'] },
  { queryKey: ['GET /communities/{community}/reports'] },
]

/** An inquiry: the problem first, then what helped, then what everybody knows about it. */
export function InquiryPage({ params }: { params: { inquiry: string } }) {
  const t = useWords('inquiry')
  const asked = inquiryQuery(params.inquiry)
  const { data: inquiry } = useSuspenseQuery(asked)
  useLive(`inquiry:${inquiry.id}`, [asked, ...onThePage])
  return (
    <Page
      title={inquiry.title ?? t(`withheld.${inquiry.withheld ?? 'hidden'}`)}
      above={<Above inquiry={inquiry} />}
      actions={<Acts inquiry={inquiry} />}
      side={<Side inquiry={inquiry} />}
    >
      <div className={styles.problem}>
        <Notes inquiry={inquiry} />
        {inquiry.html && <Markdown html={inquiry.html} />}
        {inquiry.origin && <OriginLine origin={inquiry.origin} by={inquiry.askedBy?.name} at={inquiry.askedAt} />}
      </div>
      <Solution inquiry={inquiry} />
      <Thread inquiry={inquiry} />
      {inquiry.may.contribute && <Composer inquiry={inquiry} />}
    </Page>
  )
}
