import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Go, useChangedAddress } from '#ui/index.ts'
import styles from './people.module.css'

interface PeopleListProps {
  picture: PeoplePicture
  chosen: string | undefined
  onChoose: (person: string | undefined) => void
}

/** So many people are listed at once; where there are more, each unit folds. */
const mostOpen = 60

/** Everybody by name under their unit: what a phone and a keyboard choose from. */
export function PeopleList({ picture: { units, people }, chosen, onChoose }: PeopleListProps) {
  const t = useWords('constellation')
  const changed = useChangedAddress()
  return (
    <div className={styles.lists}>
      {units.map(({ id, name, inside, itself, people: count }, n) => {
        const here = people.filter(({ unit }) => unit === n)
        return (
          <details key={id} open={people.length <= mostOpen || here.some(({ person }) => person.id === chosen)}>
            <summary>
              {itself ? t('itself', { name }) : name} <span>{t('unitPeople', { count })}</span>
            </summary>
            {inside > 0 && !itself && (
              <p>
                <Go to={changed({ within: id })} stay>
                  {t('people.inside', { name })}
                </Go>
              </p>
            )}
            <ul>
              {here.map(({ person, self }) => (
                <li key={person.id}>
                  <button
                    type="button"
                    aria-pressed={person.id === chosen}
                    onClick={() => onChoose(person.id === chosen ? undefined : person.id)}
                  >
                    {person.name}
                    {self && <b> {t('people.you')}</b>}
                  </button>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}
