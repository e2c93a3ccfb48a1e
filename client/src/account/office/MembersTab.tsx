import { Button } from '@mantine/core'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, Confirm, PersonChip, toast } from '#ui/index.ts'
import styles from '../account.module.css'
import { ChoosePersonDialog } from './ChoosePersonDialog.tsx'

type Member = Answer<'GET /office/members'>['items'][number]

/** Who belongs to the knowledge office, and how that passes on. */
export function MembersTab() {
  const t = useWords('account')
  const { data } = useSuspenseQuery(query('GET /office/members'))
  const [open, setOpen] = useState<'take' | 'hand'>()
  const { takeIn, handOver } = useOffice()
  return (
    <div className={styles.stack}>
      <p className={styles.said}>{t('office.members.what')}</p>
      <div className={styles.acts}>
        <Button onClick={() => setOpen('take')}>{t('office.members.take')}</Button>
        <Button variant="default" onClick={() => setOpen('hand')}>
          {t('office.members.hand')}
        </Button>
      </div>
      <ul className={styles.lines}>
        {data.items.map((member) => (
          <MemberLine key={member.id} member={member} alone={data.items.length === 1} />
        ))}
      </ul>
      {open && (
        <ChoosePersonDialog
          title={t(`office.members.${open}`)}
          text={t(`office.members.${open}What`)}
          verb={t(`office.members.${open}Do`)}
          onClose={() => setOpen(undefined)}
          act={open === 'take' ? takeIn : handOver}
        />
      )}
    </div>
  )
}

function MemberLine({ member, alone }: { member: Member; alone: boolean }) {
  const t = useWords('account')
  const when = useWhen()
  const { data: me } = useMe()
  const { takeIn, letOut } = useOffice()
  const [asking, setAsking] = useState(false)
  const { id, name, unit, since, gone } = member
  return (
    <li>
      <span>
        <PersonChip name={name} to={paths.person(id)} note={unit} />
        <span className={styles.note}>{t('settings.since', { when: when.day(since) })}</span>
        {gone && <strong className={styles.note}>{t('office.members.gone')}</strong>}
      </span>
      {!alone && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            id === me?.id
              ? setAsking(true)
              : void actWithUndo(
                  t('office.members.saidOut', { name }),
                  () => letOut(id),
                  () => takeIn(id),
                )
          }
        >
          {t(id === me?.id ? 'office.members.leave' : 'office.members.letOut')}
        </Button>
      )}
      {asking && (
        <Confirm
          title={t('office.members.leave')}
          verb={t('office.members.leaveDo')}
          onConfirm={() => letOut(id)}
          onClose={() => setAsking(false)}
        >
          {t('office.members.leaveWhat')}
        </Confirm>
      )}
    </li>
  )
}

function useOffice() {
  const t = useWords('account')
  const client = useQueryClient()
  const again = () => refresh(client, 'GET /office/members', 'GET /me')
  return {
    takeIn: (person: string) => api('PUT /office/members/{person}', { params: { person } }).then(again),
    letOut: (person: string) => api('DELETE /office/members/{person}', { params: { person } }).then(again),
    handOver: async (to: string) => {
      await api('PUT /office/succession', { body: { to } })
      toast(t('office.members.handed'))
      await again()
    },
  }
}
