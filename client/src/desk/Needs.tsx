import type { Need } from '@mortar/contract/desk'
import { addressOfPage } from '#attention/addresses.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, EmptyState, Go, Section } from '#ui/index.ts'
import styles from './desk.module.css'

/** A sheet has no page of its own in the trail: it is read within its community; a role is handed on among its people. */
function addressOf({ kind, page, community }: Need) {
  if (kind === 'sheet_reported' && community) return paths.sheets(community.slug)
  if (kind === 'role_left' && community) return paths.members(community.slug)
  return addressOfPage(page)
}

/** What waits for this person's act, each with why it is theirs. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  const t = useWords('desk')
  const when = useWhen()
  const { data: me } = useMe()
  const manages = me?.units.some(({ role }) => role !== 'works')
  return (
    <Section
      title={t('needs.title')}
      count={needs.length || undefined}
      action={manages && <Go to={paths.manage()}>{t('needs.manage')}</Go>}
    >
      {needs.length === 0 ? (
        <EmptyState title={t('needs.none')}>{t('needs.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.lines}>
          {needs.map((need) => (
            <li key={`${need.kind} ${need.page.id} ${need.by?.id} ${need.at}`}>
              <Go to={addressOf(need)}>
                {need.page.title ?? t(need.kind === 'recognition_asked' ? 'needs.recognition' : 'withheld')}
              </Go>
              <p className={styles.facts}>
                {need.community && need.page.kind !== 'community' && <CommunityTag {...need.community} />}
                <span>{t(`needs.${need.kind}`, { name: need.by?.name ?? t('somebody') })}</span>
                <span>{need.due ? t('needs.due', { day: when.day(need.due) }) : when.ago(need.at)}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
