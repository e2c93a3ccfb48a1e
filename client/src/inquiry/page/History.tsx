import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Dialog, DiffView, ListSkeleton } from '#ui/index.ts'
import styles from '../inquiry.module.css'

type Subject = { inquiry: string } | { contribution: string }

/** “Edited” as a button that shows every earlier wording with what changed. */
export function History({ of }: { of: Subject }) {
  const t = useWords('inquiry')
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.quiet} onClick={() => setOpen(true)}>
        {t('history.edited')}
      </button>
      {open && (
        <Dialog wide title={t('history.title')} onClose={() => setOpen(false)}>
          <Suspense fallback={<ListSkeleton lines={2} />}>
            <Versions of={of} />
          </Suspense>
        </Dialog>
      )}
    </>
  )
}

function Versions({ of }: { of: Subject }) {
  const t = useWords('inquiry')
  const when = useWhen()
  const { data } = useSuspenseQuery({
    queryKey: ['wordings', of],
    queryFn: () =>
      'inquiry' in of
        ? api('GET /inquiries/{inquiry}/wordings', { params: of })
        : api('GET /contributions/{contribution}/wordings', { params: of }),
    gcTime: 0,
  })
  return (
    <ol className={styles.versions} reversed>
      {data.items.toReversed().map((wording, place, all) => (
        <li key={wording.version}>
          <h3>
            {t('history.version', {
              version: wording.version,
              name: wording.by?.name ?? t('somebody'),
              time: when.time(wording.at),
            })}
          </h3>
          {all[place + 1] ? (
            <DiffView before={textOf(all[place + 1]!)} after={textOf(wording)} />
          ) : (
            <p className={styles.soft}>{t('history.first')}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

const textOf = ({ title, body }: { title: string | null; body: string }) => (title ? `${title}\n\n${body}` : body)
