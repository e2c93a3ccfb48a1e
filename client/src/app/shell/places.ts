import {
  type Icon,
  IconFlask,
  IconHome,
  IconInbox,
  IconMessageQuestion,
  IconNotebook,
  IconRadar2,
  IconSchool,
  IconSettings,
  IconSitemap,
  IconTopologyStar3,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import { paths } from '../paths.ts'

export interface Place {
  word:
    | 'home'
    | 'inquiries'
    | 'practices'
    | 'communities'
    | 'organization'
    | 'constellation'
    | 'learning'
    | 'lab'
    | 'signals'
    | 'inbox'
    | 'me'
    | 'settings'
  to: string
  icon: Icon
  /** Addresses that belong to the place though they begin otherwise. */
  also?: readonly string[]
  /** Of the organization: guests belong to a community alone. */
  within?: true
}

export const places: readonly Place[] = [
  { word: 'home', to: paths.home(), icon: IconHome },
  { word: 'inquiries', to: paths.inquiries(), icon: IconMessageQuestion, also: [paths.ask()] },
  { word: 'practices', to: paths.practices(), icon: IconNotebook },
  {
    word: 'communities',
    to: paths.communities(),
    icon: IconUsersGroup,
    also: [paths.indicators(), paths.pulse(), paths.valueReports(), paths.sponsor(), '/stories'],
  },
  { word: 'organization', to: paths.organization(), icon: IconSitemap, also: ['/people'], within: true },
  { word: 'constellation', to: paths.constellation(), icon: IconTopologyStar3, within: true },
  {
    word: 'signals',
    to: paths.signals(),
    icon: IconRadar2,
    also: [paths.imperatives(), paths.escalations(), paths.manage()],
    within: true,
  },
  { word: 'learning', to: paths.learning(), icon: IconSchool, within: true },
  { word: 'lab', to: paths.lab(), icon: IconFlask, within: true },
]

export const ownPlaces: readonly Place[] = [
  { word: 'inbox', to: paths.inbox(), icon: IconInbox },
  { word: 'me', to: paths.me(), icon: IconUser },
  { word: 'settings', to: paths.settings(), icon: IconSettings },
]

export const isAt = (place: Place, pathname: string) =>
  place.to === '/'
    ? pathname === '/'
    : [place.to, ...(place.also ?? [])].some((start) => pathname === start || pathname.startsWith(`${start}/`))
