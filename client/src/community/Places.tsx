import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from './community.module.css'
import { type CommunityHead, tendsTopics } from './use-community.ts'

type Place = readonly [to: string, word: string, shown: boolean]

/** The pages of a community: what one comes for every day in sight, the rest a press away, by what it is about. */
export function Places({ community }: { community: CommunityHead }) {
  const t = useWords('community')
  const { slug, id, may, member, myRoles } = community
  const daily: Place[] = [
    [paths.community(slug), t('places.home'), true],
    [paths.repertoire(slug), t('places.practices'), true],
    [paths.members(slug), t('places.people'), may.seeMembers],
    [paths.charter(slug), t('places.charter'), true],
    [paths.communityCare(slug), t('places.care'), myRoles.length > 0],
  ]
  const more: [string, Place[]][] = [
    [
      t('places.doing'),
      [
        [paths.communityStage(slug), t('places.stage'), member],
        [paths.communityIndicators(slug), t('places.indicators'), member],
        [paths.communityPulse(slug), t('places.pulse'), member],
        [paths.communityValue(slug), t('places.value'), may.readInside],
      ],
    ],
    [
      t('places.around'),
      [
        [paths.sheets(slug), t('places.sheets'), may.readInside],
        [paths.signals({ community: id }), t('places.signals'), may.readInside],
        [paths.escalations({ community: id }), t('places.escalations'), may.readInside],
      ],
    ],
    [
      t('places.itself'),
      [
        [paths.communitySettings(slug), t('places.settings'), tendsTopics(community)],
        [paths.closeCommunity(slug), t('places.close'), may.close],
      ],
    ],
  ]
  const groups = more.map(([name, places]) => [name, places.filter(isShown)] as const)
  return (
    <nav className={styles.places} aria-label={t('places.label')}>
      {daily.filter(isShown).map((place) => (
        <PlaceLink key={place[0]} place={place} />
      ))}
      <More groups={groups.filter(([, places]) => places.length > 0)} />
    </nav>
  )
}

const isShown = ([, , shown]: Place) => shown

function PlaceLink({ place: [to, word] }: { place: Place }) {
  const { pathname } = useLocation()
  return (
    <Go to={to} aria-current={decodeURI(pathname) === to ? 'page' : undefined}>
      {word}
    </Go>
  )
}

/** Its button has the name of the page that one is on, where that is one of these. */
function More({ groups }: { groups: readonly (readonly [name: string, places: readonly Place[]])[] }) {
  const t = useWords('community')
  const { pathname } = useLocation()
  if (groups.length === 0) return null
  const here = groups.flatMap(([, places]) => places).find(([to]) => decodeURI(pathname) === to)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={styles.more} data-here={here ? '' : undefined}>
          {here?.[1] ?? t('places.more')}
          {here && <span className="unseen">{t('places.more')}</span>}
          <IconChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(([name, places]) => (
          <div key={name} role="group" aria-label={name}>
            <Menu.Label aria-hidden="true">{name}</Menu.Label>
            {places.map(([to, word]) => (
              <Menu.Item key={to} component={Go} to={to}>
                {word}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
