import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, CommunityTag, EmptyState, Mark, PersonChip } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Need } from '../types.ts'
import { readAgain } from '../use-act.ts'
import { NoteDialog } from './NoteDialog.tsx'
import { ShareDialog } from './ShareDialog.tsx'

/** My needs: those that are met fold away. */
export function Needs({ needs, may }: { needs: Need[]; may: boolean }) {
  const t = useWords('learning')
  const [noting, setNoting] = useState(false)
  const open = needs.filter(({ metAt }) => metAt === null)
  const met = needs.filter(({ metAt }) => metAt !== null)
  const note = may && <Button onClick={() => setNoting(true)}>{t('needs.note')}</Button>
  return (
    <>
      {open.length === 0 ? (
        <EmptyState title={t('needs.none')} action={note}>
          {t('needs.noneHow')}
        </EmptyState>
      ) : (
        <>
          <List needs={open} />
          <div className={styles.acts}>{note}</div>
        </>
      )}
      {met.length > 0 && (
        <details>
          <summary className={styles.soft}>{t('needs.met', { count: met.length })}</summary>
          <List needs={met} />
        </details>
      )}
      {noting && <NoteDialog onClose={() => setNoting(false)} />}
    </>
  )
}

const List = ({ needs }: { needs: Need[] }) => (
  <ul className={styles.lines}>
    {needs.map((need) => (
      <Line key={need.id} need={need} />
    ))}
  </ul>
)

function Line({ need }: { need: Need }) {
  const t = useWords('learning')
  const [doing, setDoing] = useState<'share' | 'change'>()
  const { topic, gap, note, metAt } = need
  return (
    <li className={styles.line}>
      <h3 className={styles.name}>{topic.name}</h3>
      <p className={styles.facts}>
        {topic.community && <CommunityTag {...topic.community} long to={paths.community(topic.community.slug)} />}
        {metAt ? <Mark kind="worked">{t('need.met')}</Mark> : <span>{t(`gap.${gap as 1 | 2 | 3}`)}</span>}
      </p>
      {note && <p className={styles.said}>{note}</p>}
      <Shares need={need} />
      <NeedActs need={need} onDo={setDoing} />
      {doing === 'change' && <NoteDialog need={need} onClose={() => setDoing(undefined)} />}
      {doing === 'share' && <ShareDialog need={need} onClose={() => setDoing(undefined)} />}
    </li>
  )
}

function Shares({ need }: { need: Need }) {
  const t = useWords('learning')
  const client = useQueryClient()
  if (need.shares.length === 0) return <p className={styles.soft}>{t('need.yours')}</p>
  const params = { need: need.id }
  const takeBack = ({ id, mentor, community }: Need['shares'][number]) =>
    actWithUndo(
      t('need.takenBack'),
      async () => {
        await api('DELETE /learning/needs/{need}/shares/{share}', { params: { ...params, share: id } })
        await readAgain(client)
      },
      async () => {
        const body = { mentor: mentor?.id ?? null, community: community?.id ?? null }
        await api('POST /learning/needs/{need}/shares', { params, body })
        await readAgain(client)
      },
    )
  return (
    <ul className={styles.shares}>
      {need.shares.map((share) => (
        <li key={share.id}>
          <span>{t('need.sharedWith')}</span>
          {share.mentor && (
            <PersonChip name={share.mentor.name} photo={share.mentor.photo} to={paths.person(share.mentor.id)} />
          )}
          {share.community && <CommunityTag {...share.community} long />}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => takeBack(share)}>
            {t('need.takeBack')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function NeedActs({ need, onDo }: { need: Need; onDo: (what: 'share' | 'change') => void }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const { id, gap, note, metAt } = need
  const params = { need: id }
  const meet = async (met: boolean) => {
    await api('PUT /learning/needs/{need}', { params, body: { gap, note, met } })
    await readAgain(client)
  }
  const forget = () =>
    actWithUndo(
      t('need.forgotten'),
      async () => {
        await api('DELETE /learning/needs/{need}', { params })
        await readAgain(client)
      },
      async () => {
        await api('POST /learning/needs', { body: { topic: need.topic.id, gap, note } })
        await readAgain(client)
      },
    )
  const button = { size: 'compact-sm', variant: 'default' } as const
  return (
    <div className={styles.acts}>
      {metAt === null && (
        <>
          <Button {...button} onClick={() => onDo('share')}>
            {t('need.share')}
          </Button>
          <Button {...button} onClick={() => onDo('change')}>
            {t('need.change')}
          </Button>
        </>
      )}
      <Button
        {...button}
        onClick={() =>
          actWithUndo(
            t(metAt ? 'need.openSaid' : 'need.metSaid'),
            () => meet(metAt === null),
            () => meet(metAt !== null),
          )
        }
      >
        {t(metAt ? 'need.openAgain' : 'need.isMet')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={forget}>
        {t('need.forget')}
      </Button>
    </div>
  )
}
