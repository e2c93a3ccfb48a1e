import type { Overlap } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { Wide } from '#ui/index.ts'
import styles from './constellation.module.css'

interface UpsetProps {
  overlap: Overlap
  chosen: readonly string[]
  onToggle: (community: string) => void
}

const most = 24
const tallest = 96

/** Communities down, the sets they form across: a dot where a community is in a set, a bar for the people in it. */
export function Upset({ overlap: { communities, sets }, chosen, onToggle }: UpsetProps) {
  const t = useWords('constellation')
  const shown = sets.slice(0, most)
  const largest = Math.max(1, ...shown.map(({ people }) => people))
  return (
    <Wide label={t('overlapCaption')}>
      <table className={styles.upset}>
        <caption className="unseen">{t('overlapCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('community')}</th>
            {shown.map(({ communities: inside, people }) => (
              <th scope="col" key={inside.join(' ')}>
                <span className="unseen">{inside.map((place) => communities[place]!.name).join(' + ')}: </span>
                {people}
                <i style={{ height: (tallest * people) / largest }} aria-hidden="true" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {communities.map(({ id, name, people, colour }, place) => (
            <tr key={id} data-colour={colour}>
              <th scope="row">
                <label>
                  <input type="checkbox" checked={chosen.includes(id)} onChange={() => onToggle(id)} /> {name}{' '}
                  <span className={styles.soft}>{people}</span>
                </label>
              </th>
              {shown.map(({ communities: inside }) => {
                const among = place > inside[0]! && place < inside.at(-1)!
                return (
                  <td
                    key={inside.join(' ')}
                    data-in={inside.includes(place) || undefined}
                    data-among={among || undefined}
                  >
                    {inside.includes(place) && <span className="unseen">{t('inSet')}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {sets.length > most && <p className={styles.soft}>{t('moreSets', { count: sets.length - most })}</p>}
    </Wide>
  )
}
