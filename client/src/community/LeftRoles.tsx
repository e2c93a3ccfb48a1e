import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { PersonChip, Section } from '#ui/index.ts'
import styles from './community.module.css'
import { HandOnDialog } from './HandOnDialog.tsx'
import type { CommunityHead, Member } from './use-community.ts'

/** Who left the organization and still holds a role here, for its facilitators: each role is handed on, or rests. */
export function LeftRoles({ community }: { community: CommunityHead }) {
  const t = useWords('community')
  const when = useWhen()
  const [handing, setHanding] = useState<Member>()
  const { data } = useQuery({
    ...query('GET /communities/{community}/members', { params: { community: community.id }, query: { left: 'true' } }),
    enabled: community.may.edit,
  })
  if (!data || data.items.length === 0) return null
  return (
    <Section title={t('leftRoles.title')} count={data.items.length}>
      <ul className={styles.lines}>
        {data.items.map((person) => (
          <li key={person.id} className={styles.invitation}>
            <span className={styles.held}>
              <PersonChip name={person.name} photo={person.photo} gone={person.gone} to={paths.person(person.id)} />
              <span className={styles.soft}>
                {t('leftRoles.left', {
                  roles: when.list(person.roles.map((role) => t(`role.${role}`))),
                })}
              </span>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('leftRoles.actOf', { name: person.name })}
              onClick={() => setHanding(person)}
            >
              {t('leftRoles.act')}
            </Button>
          </li>
        ))}
      </ul>
      {handing && <HandOnDialog community={community} holder={handing} onClose={() => setHanding(undefined)} />}
    </Section>
  )
}
