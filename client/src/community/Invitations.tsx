import { Button } from '@mantine/core'
import type { InvitationView } from '@mortar/contract/community'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Section, toast } from '#ui/index.ts'
import styles from './community.module.css'

/** What I am invited to: one click either way, and letting it be is nobody's news. */
export function Invitations() {
  const { data } = useSuspenseQuery(query('GET /invitations'))
  return <Invited items={data.items} />
}

/** The same, where the page has them already. */
export function Invited({ items }: { items: InvitationView[] }) {
  const t = useWords('community')
  if (items.length === 0) return null
  return (
    <Section title={t('invited.title')}>
      <ul className={styles.lines}>
        {items.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Section>
  )
}

function InvitationLine({ invitation }: { invitation: InvitationView }) {
  const t = useWords('community')
  const client = useQueryClient()
  const answer = async (accepted: boolean) => {
    try {
      await api('PUT /invitations/{invitation}/reply', { params: { invitation: invitation.id }, body: { accepted } })
      toast(t(accepted ? 'invited.accepted' : 'invited.letBe', { name: invitation.community.name }))
      await refresh(
        client,
        'GET /invitations',
        'GET /home',
        'GET /communities',
        'GET /communities/{community}',
        'GET /communities/{community}/home',
      )
    } catch (error) {
      toast((error as Error).message)
    }
  }
  const why = invitation.unit
    ? t('invited.byUnit', { unit: invitation.unit.name })
    : invitation.occupation
      ? t('invited.byOccupation', { occupation: invitation.occupation })
      : t('invited.byName')
  return (
    <li className={styles.invitation}>
      <div>
        <Go to={paths.community(invitation.community.slug)}>{invitation.community.name}</Go>
        <p className={styles.facts}>
          {invitation.by && <span>{t('invited.by', { name: invitation.by.name })}</span>}
          <span>{why}</span>
        </p>
        {invitation.message && <p>{invitation.message}</p>}
      </div>
      <div className={styles.acts}>
        <Button onClick={() => void answer(true)}>{t('invited.accept')}</Button>
        <Button variant="default" onClick={() => void answer(false)}>
          {t('invited.decline')}
        </Button>
      </div>
    </li>
  )
}
