import {
  IconBook2,
  IconCalendarEvent,
  IconExternalLink,
  IconFileText,
  IconNotebook,
  IconUser,
} from '@tabler/icons-react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Mark } from '#ui/index.ts'
import styles from './learning.module.css'
import type { ItemLine } from './types.ts'

const icons = {
  practice: IconNotebook,
  document: IconFileText,
  course: IconBook2,
  gathering: IconCalendarEvent,
  person: IconUser,
  link: IconExternalLink,
}

/** What an item is, how long it takes, what it is about, and until when it is there. */
export function ItemFacts({ item }: { item: ItemLine }) {
  const t = useWords('learning')
  const when = useWhen()
  const Icon = icons[item.kind]
  return (
    <p className={styles.facts}>
      <span className={styles.kind}>
        <Icon size={16} aria-hidden="true" /> {t(`kind.${item.kind}`)}
      </span>
      <span>{useMinutes()(item.minutes)}</span>
      {item.topics.map(({ id, name, community }) => (
        <span key={id} className={styles.topic}>
          {community && <CommunityTag {...community} />} {name}
        </span>
      ))}
      {item.expiresOn && <span>{t('item.until', { day: when.day(item.expiresOn) })}</span>}
      {!item.offered && <Mark kind="quiet">{t('item.past')}</Mark>}
      {item.mine.did && <Mark kind="worked">{t('item.did')}</Mark>}
      {item.mine.used && <Mark kind="worked">{t('item.used')}</Mark>}
    </p>
  )
}

/** How long something takes: 45 min, 2 h, 2 h 30 min. */
export function useMinutes(): (minutes: number) => string {
  const t = useWords('learning')
  return (all) => {
    const [hours, minutes] = [Math.floor(all / 60), all % 60]
    if (hours === 0) return t('minutes', { minutes })
    return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes })
  }
}
