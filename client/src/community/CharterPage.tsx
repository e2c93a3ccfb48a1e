import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Markdown, Section, useAddress } from '#ui/index.ts'
import { type Charter, CharterDiff, texts, textOf } from './CharterDiff.tsx'
import { CharterForm } from './CharterForm.tsx'
import { CommunityFrame } from './CommunityFrame.tsx'
import styles from './community.module.css'
import { useCommunity } from './use-community.ts'

/** What the community promises itself: the version that holds, earlier ones, and what changed between two. */
export function CharterPage({ params }: { params: { community: string } }) {
  const t = useWords('community')
  const community = useCommunity(params.community)
  const [writing, setWriting] = useState(false)
  const [{ version }] = useAddress()
  const compared = Number(version)
  return (
    <CommunityFrame community={community} side={<Versions community={community.id} />}>
      {writing ? (
        <CharterForm community={community} onDone={() => setWriting(false)} />
      ) : compared > 0 && compared < community.charter.version ? (
        <Changes community={community.id} from={compared} now={community.charter} />
      ) : (
        <Section
          title={t('charter.title')}
          count={t('charter.version', { version: community.charter.version })}
          action={community.may.edit && <Button onClick={() => setWriting(true)}>{t('charter.write')}</Button>}
        >
          <Text charter={community.charter} />
        </Section>
      )}
    </CommunityFrame>
  )
}

function Text({ charter }: { charter: Charter }) {
  const t = useWords('community')
  const when = useWhen()
  const written = texts.filter((part) => charter[part].html)
  if (written.length === 0) return <p className={styles.soft}>{t('charter.short')}</p>
  return (
    <>
      {written.map((part) => (
        <div key={part}>
          <h3>{t(`field.${part}`)}</h3>
          <Markdown html={charter[part].html} />
        </div>
      ))}
      {charter.reviewOn && <p className={styles.soft}>{t('charter.reviewOn', { day: when.day(charter.reviewOn) })}</p>}
    </>
  )
}

function Versions({ community }: { community: string }) {
  const t = useWords('community')
  const when = useWhen()
  const { data } = useSuspenseQuery(query('GET /communities/{community}/charters', { params: { community } }))
  return (
    <Section small title={t('charter.versions')}>
      <ol reversed className={styles.versions}>
        {data.items.map(({ version, note, by, at }, place) => (
          <li key={version}>
            <Go to={place === 0 ? '?' : `?version=${version}`} stay>
              {t('charter.version', { version })}
            </Go>
            <div className={styles.facts}>
              <span>{when.day(at)}</span>
              {by && <span>{by.name}</span>}
            </div>
            {note && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Changes({ community, from, now }: { community: string; from: number; now: Charter }) {
  const t = useWords('community')
  const { data: before } = useSuspenseQuery(
    query('GET /communities/{community}/charters/{version}', { params: { community, version: from } }),
  )
  return (
    <Section title={t('charter.since', { from, to: now.version })}>
      <CharterDiff before={textOf(before)} after={textOf(now)} />
    </Section>
  )
}
