import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh } from '#app/api.ts'
import { useMe } from '#app/me.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, DataTable, PersonChip, toast } from '#ui/index.ts'
import { paths } from '#app/paths.ts'
import styles from '../account.module.css'
import type { Inviting } from './use-inviting.ts'

type Line = Answer<'GET /office/accounts'>['items'][number]
type State = 'without' | 'with' | 'left'

export function AccountLines({
  people,
  state,
  inviting,
}: {
  people: readonly Line[]
  state: State
  inviting: Inviting
}) {
  const t = useWords('account')
  const when = useWhen()
  return (
    <DataTable
      caption={t(`office.accounts.${state}`)}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          head: t('office.accounts.person'),
          cell: (line) => <PersonChip name={line.name} to={paths.person(line.id)} note={line.title} />,
        },
        { id: 'unit', head: t('office.links.unit'), cell: ({ unit }) => unit },
        { id: 'email', head: t('email'), cell: ({ email }) => email ?? t('office.accounts.noEmail') },
        {
          id: 'since',
          head: t(state === 'left' ? 'office.accounts.leftOn' : 'office.accounts.link'),
          cell: ({ leftOn, linkUntil }) =>
            leftOn ? when.day(leftOn) : linkUntil ? t('office.accounts.until', { when: when.day(linkUntil) }) : '',
        },
        {
          id: 'act',
          head: t('office.accounts.do'),
          cell: (line) => <Acts line={line} state={state} inviting={inviting} />,
        },
      ]}
    />
  )
}

function Acts({ line: { id, name, linkUntil }, state, inviting }: { line: Line; state: State; inviting: Inviting }) {
  const t = useWords('account')
  const { data: me } = useMe()
  const { leave, comeBack, withdraw } = useMoves(id, name)
  if (state === 'left') {
    return (
      <Button variant="subtle" size="compact-sm" onClick={() => void comeBack()}>
        {t('office.accounts.cameBack')}
      </Button>
    )
  }
  return (
    <span className={styles.rowActs}>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => (state === 'without' ? inviting.invite({ people: [id] }) : inviting.recover(id))}
      >
        {t(state === 'without' ? 'office.accounts.invite' : 'office.accounts.recover')}
      </Button>
      {linkUntil && (
        <Button variant="subtle" size="compact-sm" onClick={() => void withdraw()}>
          {t('office.accounts.withdraw')}
        </Button>
      )}
      {/* Who marked themselves would be signed out at once, and could not undo it: a colleague does it. */}
      {id !== me?.id && (
        <Button variant="subtle" size="compact-sm" onClick={() => void leave()}>
          {t('office.accounts.left1')}
        </Button>
      )}
    </span>
  )
}

function useMoves(person: string, name: string) {
  const t = useWords('account')
  const client = useQueryClient()
  const again = () => refresh(client, 'GET /office/accounts')
  const on = new Intl.DateTimeFormat('sv-SE').format(new Date())
  const left = () => api('PUT /office/departures/{person}', { params: { person }, body: { on } }).then(again)
  const back = () => api('DELETE /office/departures/{person}', { params: { person } }).then(again)
  // Nobody keeps a link, so it cannot come back: a new one is made instead.
  const withdraw = () =>
    api('DELETE /office/links/{person}', { params: { person } })
      .then(again)
      .then(
        () => toast(t('office.accounts.withdrawn', { name })),
        (error: Error) => toast(error.message),
      )
  return {
    withdraw,
    leave: () => actWithUndo(t('office.accounts.saidLeft', { name }), left, back),
    comeBack: () => actWithUndo(t('office.accounts.saidBack', { name }), back, left),
  }
}
