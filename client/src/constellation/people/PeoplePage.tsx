import { Checkbox } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, CommunityTag, EmptyState, Go, Page, useAddress, useTab } from '#ui/index.ts'
import { useNarrow } from '../use-narrow.ts'
import { Way } from '../Way.tsx'
import { PeopleDrawing } from './PeopleDrawing.tsx'
import { PeopleFigures } from './PeopleFigures.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonCard } from './PersonCard.tsx'

/** The people of one community, each in their unit of the chart. */
export function PeoplePage({ params }: { params: { community: string } }) {
  const t = useWords('constellation')
  const when = useWhen()
  const [{ within }] = useAddress()
  const width = useNarrow() ? 358 : 1000
  const { data } = useSuspenseQuery(
    query('GET /constellation/communities/{community}', { params, query: { within, width } }),
  )
  const tabs = [
    { id: 'picture', word: t('picture') },
    { id: 'table', word: t('table') },
  ]
  const view = useTab(tabs)
  const [chosen, choose] = useState<string>()
  const [withTies, setWithTies] = useState(false)
  const place = data.people.findIndex(({ person }) => person.id === chosen)
  const { community, members, ownTies, people, units } = data
  return (
    <Page
      title={t('people.title', { name: community.name })}
      above={<CommunityTag {...community} to={paths.community(community.slug)} />}
      lead={t('people.lead', { count: members })}
      actions={<Go to={paths.constellation()}>{t('people.back')}</Go>}
    >
      <AddressTabs tabs={tabs} label={t('views')} />
      <Way constellation={{ ...data, group: null }} />
      {units.length === 0 ? (
        <EmptyState title={t('people.none')}>{t('people.noneHow')}</EmptyState>
      ) : view === 'table' ? (
        <PeopleTable picture={data} />
      ) : (
        <>
          {ownTies.length > 0 && (
            <Checkbox
              label={t('people.showTies')}
              description={t('people.showTiesHow')}
              checked={withTies}
              onChange={(event) => setWithTies(event.currentTarget.checked)}
            />
          )}
          <PeopleDrawing picture={data} withTies={withTies} chosen={chosen} onChoose={choose} />
          {people.length === 0 && <p>{t('people.tooMany')}</p>}
          {place >= 0 && <PersonCard picture={data} place={place} onClose={() => choose(undefined)} />}
          <PeopleList picture={data} chosen={chosen} onChoose={choose} />
        </>
      )}
      <PeopleFigures
        picture={data}
        window={data.run && t('people.window', { from: when.day(data.run.from), to: when.day(data.run.to) })}
      />
    </Page>
  )
}
