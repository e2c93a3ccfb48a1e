import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { PersonChip, Section, toast, UnitTag } from '#ui/index.ts'
import styles from './community.module.css'
import type { Community } from './use-community.ts'

type Invitation = Answer<'GET /communities/{community}/invitations'>['items'][number]

/** Whom the community has invited. Who answered, and how, is theirs alone. */
export function InvitedSection({ community }: { community: Community }) {
  const t = useWords('community')
  const when = useWhen()
  const client = useQueryClient()
  const params = { community: community.id }
  const { data } = useSuspenseQuery(query('GET /communities/{community}/invitations', { params }))
  if (data.items.length === 0) return null
  const withdraw = async (invitation: string) => {
    try {
      await api('DELETE /communities/{community}/invitations/{invitation}', { params: { ...params, invitation } })
      toast(t('sent.withdrawn'))
    } catch (error) {
      toast((error as Error).message)
    }
    await refresh(client, 'GET /communities/{community}/invitations')
  }
  return (
    <Section title={t('sent.title')} count={data.items.filter(({ person }) => !person?.gone).length}>
      <ul className={styles.lines}>
        {data.items.map((invitation) => (
          <li key={invitation.id} className={styles.invitation}>
            <div>
              <Whom invitation={invitation} />
              <p className={styles.facts}>
                {invitation.people !== null && <span>{t('sent.people', { count: invitation.people })}</span>}
                {invitation.by && <span>{t('invited.by', { name: invitation.by.name })}</span>}
                <time dateTime={invitation.at}>{when.day(invitation.at)}</time>
              </p>
              {invitation.person?.gone && <p className={styles.soft}>{t('sent.gone')}</p>}
              {invitation.by?.gone && <p className={styles.soft}>{t('sent.byGone', { name: invitation.by.name })}</p>}
              {invitation.message && <p>{invitation.message}</p>}
            </div>
            <div className={styles.acts}>
              <Button variant="default" onClick={() => void withdraw(invitation.id)}>
                {t('sent.withdraw')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Whom({ invitation: { person, unit, occupation } }: { invitation: Invitation }) {
  if (person)
    return (
      <PersonChip
        name={person.name}
        photo={person.photo}
        note={person.title}
        gone={person.gone}
        to={paths.person(person.id)}
      />
    )
  if (unit) return <UnitTag name={unit.name} to={paths.unit(unit.id)} />
  return <strong>{occupation}</strong>
}
