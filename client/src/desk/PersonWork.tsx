import type { PageLink } from '@mortar/contract/attention'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, Section } from '#ui/index.ts'
import styles from './desk.module.css'

/** The communities somebody is in, and what they asked and helped with, as far as they show it. */
export function PersonWork({ person }: { person: { id: string } }) {
  const t = useWords('desk')
  const { data } = useSuspenseQuery(query('GET /people/{person}/work', { params: { person: person.id } }))
  return (
    <>
      {data.communities.length > 0 && (
        <Section title={t('person.communities')}>
          <ul className={styles.lines}>
            {data.communities.map((community) => (
              <li key={community.id}>
                <CommunityTag {...community} /> <Go to={paths.community(community.slug)}>{community.name}</Go>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Pages title={t('person.helped')} pages={data.helped} />
      <Pages title={t('person.asked')} pages={data.asked} />
    </>
  )
}

function Pages({ title, pages }: { title: string; pages: readonly PageLink[] }) {
  if (pages.length === 0) return null
  return (
    <Section title={title}>
      <ul className={styles.lines}>
        {pages.map(({ id, title: words }) => (
          <li key={id}>{words && <Go to={paths.inquiry(id)}>{words}</Go>}</li>
        ))}
      </ul>
    </Section>
  )
}
