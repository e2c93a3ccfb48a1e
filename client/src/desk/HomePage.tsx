import { Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { query } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, Go, ListSkeleton, Page, Section, useGo } from '#ui/index.ts'
import styles from './desk.module.css'
import { Invited } from '#community/Invitations.tsx'
import { InquiryLines } from '#inquiry/list/InquiryLines.tsx'
import { Needs } from './Needs.tsx'
import { News } from './News.tsx'

/** The first page of the day: the ask box on top, at once; then what needs me, what is new, and where I am. */
export function HomePage() {
  const t = useWords('desk')
  const { data: me } = useMe()
  const first = me?.name.split(' ')[0] ?? ''
  const side = (
    <Suspense fallback={<ListSkeleton lines={3} />}>
      <Mine />
    </Suspense>
  )
  return (
    <Page title={first ? t('title', { name: first }) : t('titlePlain')} side={side}>
      <AskBox />
      <Suspense fallback={<ListSkeleton />}>
        <Today />
      </Suspense>
    </Page>
  )
}

const useHome = () => useSuspenseQuery(query('GET /home')).data

function Today() {
  const t = useWords('desk')
  const { data: me } = useMe()
  const home = useHome()
  return (
    <>
      {home.empty && (
        <EmptyState
          title={t('empty.title')}
          action={
            <Button component={Go} to={me?.may.administer ? paths.start() : paths.newCommunity()} variant="default">
              {t(me?.may.administer ? 'empty.start' : 'empty.open')}
            </Button>
          }
        >
          {t('empty.how')}
        </EmptyState>
      )}
      <Invited items={home.invitations} />
      <Needs needs={home.needs} />
      {home.communities.length + home.followed.length > 0 || home.empty ? <News {...home} /> : <Lately />}
    </>
  )
}

/** For who is in no community yet: what lives in those that are open to all. */
function Lately() {
  const t = useWords('desk')
  const { data } = useSuspenseQuery(query('GET /inquiries', { query: { limit: 6 } }))
  return (
    <Section title={t('lately.title')} action={<Go to={paths.inquiries()}>{t('lately.all')}</Go>}>
      <InquiryLines items={data.items} />
    </Section>
  )
}

function AskBox() {
  const t = useWords('desk')
  const go = useGo()
  const [title, setTitle] = useState('')
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault()
        go(paths.ask(title.trim() ? { title: title.trim() } : {}))
      }}
    >
      <TextInput
        size="lg"
        label={t('ask.label')}
        placeholder={t('ask.placeholder')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={300}
      />
      <Button type="submit" size="lg">
        {t('ask.action')}
      </Button>
    </form>
  )
}

function Mine() {
  const t = useWords('desk')
  const home = useHome()
  return (
    <Section small title={t('communities.title')} action={<Go to={paths.communities()}>{t('communities.all')}</Go>}>
      {home.communities.length === 0 ? (
        <p className={styles.soft}>{t('communities.none')}</p>
      ) : (
        <ul className={styles.mine}>
          {home.communities.map((community) => (
            <li key={community.id}>
              <CommunityTag {...community} /> <Go to={paths.community(community.slug)}>{community.name}</Go>
              <span className={styles.soft}>
                {community.needsFacilitator
                  ? t('communities.needsFacilitator')
                  : t('communities.unanswered', { count: community.unanswered })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
