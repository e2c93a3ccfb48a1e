import { CloseButton } from '@mantine/core'
import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go } from '#ui/index.ts'
import styles from '../constellation.module.css'

interface PersonCardProps {
  picture: PeoplePicture
  /** Place in the list of people. */
  place: number
  onClose: () => void
}

/** One person of the community: where they work, what else they are in, and the reader's own tie with them. */
export function PersonCard({ picture: { people, units, also, ownTies }, place, onClose }: PersonCardProps) {
  const t = useWords('constellation')
  const { person, unit, self, also: theirs } = people[place]!
  const tie = ownTies.find((each) => each.person === place)
  return (
    <section className={styles.card} aria-label={t('people.chosen')}>
      <header>
        <h2>{person.name}</h2>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </header>
      <p>{[person.title, units[unit]!.name].filter(Boolean).join(' · ')}</p>
      {theirs.length > 0 && (
        <>
          <p>{t(self ? 'people.youAlso' : 'people.also')}</p>
          <ul>
            {theirs.map((n) => (
              <li key={also[n]!.id}>
                <CommunityTag {...also[n]!} to={paths.community(also[n]!.slug)} /> {also[n]!.name}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        {self
          ? t('people.yourTies', { count: ownTies.length })
          : tie
            ? t(`people.tie.${tie.strength}`)
            : t('people.noTie')}
      </p>
      <p>
        {self ? (
          <Go to={paths.privacy()}>{t('people.privacy')}</Go>
        ) : (
          <Go to={paths.person(person.id)}>{t('people.toPerson')}</Go>
        )}
      </p>
    </section>
  )
}
