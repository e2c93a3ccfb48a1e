import type { Intervention } from '@mortar/contract/lab-organization'
import { useWords } from '#app/words.ts'
import { wholeTold } from '../told.ts'
import type { Places } from './intervention.ts'

/** What is done, in a sentence with the names of units and communities. */
export function useSaid(places: Places): (asked: Intervention) => string {
  const t = useWords('lab')
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? t('whatIf.gone')
  const percent = (share: number) => Math.round(100 * share)
  return (asked) => {
    switch (asked.kind) {
      case 'removeSpanner':
        return t('whatIf.said.removeSpanner', { people: asked.people })
      case 'mergeUnits':
        return t('whatIf.said.mergeUnits', {
          unit: nameIn(places.units, asked.unit),
          into: nameIn(places.units, asked.into),
          lost: percent(asked.channelsLost),
        })
      case 'moveUnit':
        return t('whatIf.said.moveUnit', {
          unit: nameIn(places.units, asked.unit),
          under: nameIn(places.units, asked.under),
          lost: percent(asked.channelsLost),
        })
      case 'communityTime':
        return t('whatIf.said.communityTime', { share: percent(asked.share) })
      case 'openCommunity':
        return asked.occupation
          ? t('whatIf.said.openCommunity', {
              people: wholeTold(asked.people),
              craft: nameIn(places.occupations, asked.occupation),
            })
          : t('whatIf.said.openCommunityAny', { people: wholeTold(asked.people) })
      case 'closeCommunity':
        return t('whatIf.said.closeCommunity', { community: nameIn(places.communities, asked.community) })
      case 'rotate':
        return t('whatIf.said.rotate', { share: percent(asked.share) })
      case 'throughTheLine':
        return t('whatIf.said.throughTheLine')
    }
  }
}
