import type { Overlap } from '@mortar/contract/network-constellation'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'
import { circlesFor, regionsOf } from './venn.ts'

/** Two or three communities as circles; the list beside says how many are in each part. */
export function Venn({ overlap, chosen }: { overlap: Overlap; chosen: readonly string[] }) {
  const t = useWords('constellation')
  const when = useWhen()
  const communities = chosen.map((id) => overlap.communities.find((community) => community.id === id)!)
  const regions = regionsOf(overlap, chosen)
  const shared = (one: number, other: number) =>
    [...regions].reduce((sum, [word, people]) => sum + (word[one] === '1' && word[other] === '1' ? people : 0), 0)
  const { circles, exact } = circlesFor(
    communities.map(({ people }) => people),
    shared,
  )
  const [left, right] = [
    Math.min(...circles.map(({ x, radius }) => x - radius)),
    Math.max(...circles.map(({ x, radius }) => x + radius)),
  ]
  const [top, bottom] = [
    Math.min(...circles.map(({ y, radius }) => y - radius)),
    Math.max(...circles.map(({ y, radius }) => y + radius)),
  ]
  const inWords = (word: string) => when.list(communities.flatMap(({ name }, n) => (word[n] === '1' ? [name] : [])))
  return (
    <figure className={styles.venn}>
      <svg
        id="constellation"
        role="img"
        aria-label={t('vennCaption', { names: when.list(communities.map(({ name }) => name)) })}
        viewBox={`${left - 4} ${top - 4} ${right - left + 8} ${bottom - top + 8}`}
      >
        {circles.map(({ x, y, radius }, n) => (
          <circle
            key={chosen[n]}
            cx={x}
            cy={y}
            r={radius}
            className={styles.shape}
            data-colour={communities[n]!.colour}
          >
            <title>{communities[n]!.name}</title>
          </circle>
        ))}
      </svg>
      <figcaption>
        <ul>
          {communities.map(({ id, name, people, colour }) => (
            <li key={id}>
              <i data-colour={colour} aria-hidden="true" /> {name}: {people}
            </li>
          ))}
        </ul>
        <ul>
          {[...regions]
            .toSorted(([a], [b]) => b.replaceAll('0', '').length - a.replaceAll('0', '').length || (a < b ? 1 : -1))
            .map(([word, people]) => (
              <li key={word}>
                {word.replaceAll('0', '').length === 1 ? t('only', { name: inWords(word) }) : inWords(word)}: {people}
              </li>
            ))}
        </ul>
        {!exact && <p className={styles.soft}>{t('vennNear')}</p>}
      </figcaption>
    </figure>
  )
}
