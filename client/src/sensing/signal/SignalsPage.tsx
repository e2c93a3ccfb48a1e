import { Button, Select } from '@mantine/core'
import type { SignalLine } from '@mortar/contract/sensing-signals'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, CommunityTag, EmptyState, Go, Page, Pager, useAddress, useTab } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import styles from '../sensing.module.css'
import { OutcomeMark } from './state.tsx'

/** News from outside, and what my communities made of it. */
export function SignalsPage() {
  const t = useWords('sensing')
  const [{ after, community }, setAddress] = useAddress()
  const tabs = [
    { id: 'new', word: t('signals.new') },
    { id: 'watch', word: t('signals.watch') },
    { id: 'all', word: t('signals.all') },
  ]
  const tab = useTab(tabs)
  const outcome = tab === 'new' || tab === 'watch' ? tab : undefined
  const { data } = useSuspenseQuery(query('GET /signals', { query: { after, community, outcome } }))
  const { addFor, addForAll } = data.may
  return (
    <Page
      title={t('signals.title')}
      lead={t('signals.lead')}
      actions={
        <>
          {(addFor.length > 0 || addForAll) && (
            <Button component={Go} to={paths.newSignal(community ? { community } : {})}>
              {t('signals.tell')}
            </Button>
          )}
          <Button component={Go} to={paths.feeds(community ? { community } : {})} variant="default">
            {t('signals.feeds')}
          </Button>
        </>
      }
    >
      <Places />
      <div className={styles.filters}>
        <AddressTabs tabs={tabs} label={t('signals.which')} />
        {addFor.length > 1 && (
          <Select
            label={t('signals.whose')}
            data={[
              { value: '', label: t('signals.everyones') },
              ...addFor.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={community ?? ''}
            onChange={(value) => setAddress({ community: value || undefined, after: undefined })}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
        )}
      </div>
      {data.items.length === 0 ? (
        <EmptyState title={t(`signals.none_${tab === 'new' || tab === 'watch' ? tab : 'all'}`)}>
          {t('signals.noneHow')}
        </EmptyState>
      ) : (
        <ul className={styles.lines}>
          {data.items.map((signal) => (
            <Line key={signal.id} signal={signal} />
          ))}
        </ul>
      )}
      <Pager next={data.next} />
    </Page>
  )
}

function Line({ signal }: { signal: SignalLine }) {
  const t = useWords('sensing')
  const when = useWhen()
  const { community, feed, addedBy, publishedAt, foundAt } = signal
  return (
    <li className={styles.line}>
      <h2 className={styles.name}>
        <Go to={paths.signal(signal.id)}>{signal.title}</Go>
      </h2>
      {signal.summary && (
        <p className={styles.said} data-no-words>
          {shortened(signal.summary)}
        </p>
      )}
      <p className={styles.facts}>
        {community && <CommunityTag {...community} />}
        <OutcomeMark {...signal} />
        <span>{feed ? feed.title : t('signal.toldBy', { name: addedBy?.name ?? t('somebody') })}</span>
        <time dateTime={publishedAt ?? foundAt}>{when.day(publishedAt ?? foundAt)}</time>
      </p>
    </li>
  )
}

const most = 220
const shortened = (text: string) => (text.length > most ? `${text.slice(0, most).replace(/\s\S*$/, '')} …` : text)
