import type { FoundLine } from '@mortar/contract/network-discovery'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, Mark } from '#ui/index.ts'
import styles from './found.module.css'
import { useNameOf } from './use-found.ts'

/** Communities found, one below the other: what may be told of each, never who is in it. */
export function FoundLines({ items }: { items: readonly FoundLine[] }) {
  return (
    <ul className={styles.list}>
      {items.map((found) => (
        <Line key={found.id} {...found} />
      ))}
    </ul>
  )
}

function Line(found: FoundLine) {
  const t = useWords('found')
  const when = useWhen()
  const nameOf = useNameOf()
  return (
    <li className={styles.line}>
      <h3>
        <Go to={paths.found(found.id)}>{nameOf(found)}</Go>
      </h3>
      <p className={styles.soft}>
        {found.people === null ? t('sizeHidden') : t('size', { people: found.people, units: found.units ?? 0 })}
      </p>
      <div className={styles.marks}>
        <LikenessMark known={found.known} />
        {found.mine && <Mark kind="note">{t('mine')}</Mark>}
        {found.recognition && (
          <Mark kind={found.recognition.state === 'recognised' ? 'worked' : 'quiet'}>
            {t(`recognition.${found.recognition.state}`)}
          </Mark>
        )}
        <span className={styles.soft}>
          {t('line.times', { times: when.number(found.times) })} ·{' '}
          {t('line.stability', { share: when.percent(found.stability) })}
        </span>
      </div>
    </li>
  )
}

/** How it stands to a community that there is; "new" where there is none like it. */
export function LikenessMark({ known }: Pick<FoundLine, 'known'>) {
  const t = useWords('found')
  if (!known) return <Mark kind="partly">{t('likeness.new')}</Mark>
  return (
    <span className={styles.marks}>
      <Mark kind="quiet">{t(`likeness.${known.likeness}`)}</Mark>
      <CommunityTag {...known.community} to={paths.community(known.community.slug)} />
    </span>
  )
}
