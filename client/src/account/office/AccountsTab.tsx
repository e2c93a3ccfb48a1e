import { Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import {
  AddressTabs,
  type Choice,
  EmptyState,
  ListSkeleton,
  Pager,
  Picker,
  Refusal,
  useAddress,
  useShownAddress,
} from '#ui/index.ts'
import styles from '../account.module.css'
import { AccountLines } from './AccountLines.tsx'
import { AddPersonDialog } from './AddPersonDialog.tsx'
import { LinksMade } from './LinksMade.tsx'
import { type Inviting, useInviting } from './use-inviting.ts'

const states = ['without', 'with', 'left'] as const

/** People by whether they can sign in, and the links that let them. */
export function AccountsTab() {
  const t = useWords('account')
  const tabs = states.map((id) => ({ id, word: t(`office.accounts.${id}`) }))
  const [{ words }, change] = useAddress()
  const [units, setUnits] = useState<Choice[]>([])
  const [adding, setAdding] = useState(false)
  const inviting = useInviting()

  if (inviting.links) return <LinksMade links={inviting.links} onDone={inviting.done} />
  return (
    <div className={styles.stack}>
      <AddressTabs tabs={tabs} name="state" label={t('office.accounts.title')} />
      <div className={styles.filters}>
        <TextInput
          label={t('office.accounts.find')}
          defaultValue={words ?? ''}
          onChange={(event) => change({ words: event.currentTarget.value, after: undefined }, { replace: true })}
        />
        <Picker
          label={t('office.accounts.unit')}
          max={1}
          suggest
          value={units}
          onChange={(chosen) => {
            setUnits(chosen)
            change({ unit: chosen[0]?.id, after: undefined }, { replace: true })
          }}
          search={searchUnits}
        />
      </div>
      <Suspense fallback={<ListSkeleton />}>
        <Accounts inviting={inviting} onAdd={() => setAdding(true)} />
      </Suspense>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

function Accounts({ inviting, onAdd }: { inviting: Inviting; onAdd: () => void }) {
  const t = useWords('account')
  const { state: asked, words, unit, after } = useShownAddress()
  const state = states.find((one) => one === asked) ?? 'without'
  const { data } = useSuspenseQuery(query('GET /office/accounts', { query: { state, words, unit, after, limit: 50 } }))
  return (
    <>
      <div className={styles.acts}>
        {state === 'without' && data.items.length > 0 && (
          <Button onClick={() => inviting.invite(unit ? { unit } : { everybody: true })} loading={inviting.pending}>
            {t(unit ? 'office.accounts.inviteUnit' : 'office.accounts.inviteAll')}
          </Button>
        )}
        <Button variant="default" onClick={onAdd}>
          {t('office.accounts.add')}
        </Button>
      </div>
      <Refusal error={inviting.error} />
      {data.items.length === 0 ? (
        <EmptyState title={t(`office.accounts.none.${state}`)}>{t(`office.accounts.noneHow.${state}`)}</EmptyState>
      ) : (
        <AccountLines people={data.items} state={state} inviting={inviting} />
      )}
      <Pager next={data.next} />
    </>
  )
}

async function searchUnits(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /units', { query: words ? { words } : {}, signal })
  return items.slice(0, 8).map(({ id, name, path }) => ({ id, name, note: path.at(-1)?.name ?? null }))
}
