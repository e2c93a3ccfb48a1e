import { Button } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Following } from '#attention/Following.tsx'
import { api, query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section, toast } from '#ui/index.ts'
import { type Inquiry, optimistically } from '../api.ts'
import styles from '../inquiry.module.css'
import { StateMark } from '../list/InquiryLines.tsx'
import { Asked } from './Asked.tsx'

/** Beside the inquiry: who has it too, who was asked, what is like it, and the way to a practice. */
export function Side({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  return (
    <>
      <Too inquiry={inquiry} />
      <Following kind="inquiry" id={inquiry.id} known={inquiry.following} />
      {inquiry.may.distil && (
        <Section small title={t('distil.title')}>
          <p>{t(inquiry.state === 'resolved' ? 'distil.now' : 'distil.later')}</p>
          {inquiry.state === 'resolved' && (
            <Go to={paths.newPractice({ inquiry: inquiry.id })}>{t('distil.action')}</Go>
          )}
        </Section>
      )}
      {inquiry.may.escalate && (
        <Section small title={t('escalate.title')}>
          <p>{t('escalate.how')}</p>
          <Go to={paths.escalate({ inquiry: inquiry.id })}>{t('escalate.action')}</Go>
        </Section>
      )}
      <Asked inquiry={inquiry} />
      {inquiry.duplicates.length > 0 && (
        <Section small title={t('duplicates')}>
          <ul className={styles.short}>
            {inquiry.duplicates.map(({ id, title }) => (
              <li key={id}>
                <Go to={paths.inquiry(id)}>{title ?? t('note.theOther')}</Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {inquiry.html !== null && <Related inquiry={inquiry.id} />}
      <p className={styles.soft}>{t(`readable.${inquiry.readers}`)}</p>
    </>
  )
}

function Too({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const client = useQueryClient()
  const { meToo, bookmarked, may, id } = inquiry
  const params = { inquiry: id }
  const change = (next: Partial<Inquiry>, act: () => Promise<unknown>) => () =>
    void optimistically(client, id, (before) => ({ ...before, ...next }), act).catch((error: Error) =>
      toast(error.message),
    )
  const too = change({ meToo: { count: meToo.count + (meToo.mine ? -1 : 1), mine: !meToo.mine } }, () =>
    api(meToo.mine ? 'DELETE /inquiries/{inquiry}/me-too' : 'PUT /inquiries/{inquiry}/me-too', { params }),
  )
  const keep = change({ bookmarked: !bookmarked }, () =>
    api(bookmarked ? 'DELETE /inquiries/{inquiry}/bookmark' : 'PUT /inquiries/{inquiry}/bookmark', { params }),
  )
  return (
    <div className={styles.too}>
      {meToo.count > 0 && <p>{t('meToo.count', { count: meToo.count })}</p>}
      {may.meToo && (
        <Button variant="default" onClick={too} aria-pressed={meToo.mine}>
          {t(meToo.mine ? 'meToo.mine' : 'meToo.action')}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        onClick={keep}
        aria-pressed={bookmarked}
        leftSection={
          bookmarked ? (
            <IconBookmarkFilled size={18} aria-hidden="true" />
          ) : (
            <IconBookmark size={18} aria-hidden="true" />
          )
        }
      >
        {t(bookmarked ? 'bookmark.kept' : 'bookmark.keep')}
      </Button>
    </div>
  )
}

function Related({ inquiry }: { inquiry: string }) {
  const t = useWords('inquiry')
  const { data } = useQuery({
    ...query('GET /inquiries/{inquiry}/related', { params: { inquiry } }),
    staleTime: 300_000,
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section small title={t('related')}>
      <ul className={styles.short}>
        {data.items.map((line) => (
          <li key={line.id}>
            <Go to={paths.inquiry(line.id)}>{line.title ?? t('note.theOther')}</Go>
            <div className={styles.facts}>
              <StateMark line={line} />
              <span>{t('answers', { count: line.answers })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
