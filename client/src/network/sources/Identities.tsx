import { Button } from '@mantine/core'
import type { IdentityView } from '@mortar/contract/network-traces'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { searchPeople } from '#organization/search-people.ts'
import { actWithUndo, EmptyState, Picker, Section } from '#ui/index.ts'
import styles from '../network.module.css'

const views = ['doubtful', 'unknown', 'decided'] as const

/** Addresses that are not surely somebody's: each is decided with a key, and a decision can be taken back. */
export function Identities({ source }: { source: string }) {
  const t = useWords('network')
  const [state, setState] = useState<(typeof views)[number]>('doubtful')
  const { data } = useSuspenseQuery(query('GET /sources/{source}/identities', { params: { source }, query: { state } }))
  return (
    <Section title={t('identities.title')} count={data.doubtful || undefined}>
      <p className={styles.said}>{t('identities.what')}</p>
      <div className={styles.acts} role="group" aria-label={t('identities.title')}>
        {views.map((view) => (
          <Button
            key={view}
            variant={view === state ? 'filled' : 'default'}
            aria-pressed={view === state}
            onClick={() => setState(view)}
          >
            {t(`identities.${view}`)}
          </Button>
        ))}
      </div>
      {data.items.length === 0 ? (
        <EmptyState title={t(`identities.none.${state}`)}>{t(`identities.noneHow.${state}`)}</EmptyState>
      ) : (
        <ul className={styles.lines}>
          {data.items.map((identity) => (
            <Identity key={identity.number} source={source} identity={identity} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Identity({ source, identity }: { source: string; identity: IdentityView }) {
  const t = useWords('network')
  const client = useQueryClient()
  const [choosing, setChoosing] = useState(false)
  const params = { source, identity: identity.number }
  const again = () => refresh(client, 'GET /sources/{source}/identities')
  const undo = () => api('DELETE /sources/{source}/identities/{identity}', { params }).then(again)
  const decide = (person: string | null, name: string) =>
    void actWithUndo(
      person
        ? t('identities.isNow', { alias: identity.alias, name })
        : t('identities.isNobody', { alias: identity.alias }),
      () => api('PUT /sources/{source}/identities/{identity}', { params, body: { person } }).then(again),
      undo,
    )
  return (
    <li className={styles.line}>
      <span>
        <span className={styles.alias}>{identity.alias}</span>
        {identity.label && <span className={styles.soft}> {identity.label}</span>}
        {identity.decided && (
          <span className={styles.soft}> {identity.person ? identity.person.name : t('identities.noPerson')}</span>
        )}
      </span>
      {identity.decided ? (
        <Button variant="subtle" onClick={() => void undo()}>
          {t('identities.undo')}
          <span className="unseen"> {identity.alias}</span>
        </Button>
      ) : (
        <span className={styles.acts}>
          {identity.candidates.map((person) => (
            <Button key={person.id} variant="default" onClick={() => decide(person.id, person.name)}>
              {t('identities.is', { name: [person.name, person.unit].filter(Boolean).join(', ') })}
              <span className="unseen"> {identity.alias}</span>
            </Button>
          ))}
          <Button variant="subtle" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
            {t('identities.other')}
            <span className="unseen"> {identity.alias}</span>
          </Button>
          <Button variant="subtle" onClick={() => decide(null, '')}>
            {t('identities.nobody')}
            <span className="unseen"> {identity.alias}</span>
          </Button>
        </span>
      )}
      {choosing && (
        <Picker
          label={t('identities.who', { alias: identity.alias })}
          value={[]}
          onChange={([person]) => person && decide(person.id, person.name)}
          search={searchPeople}
          max={1}
        />
      )}
    </li>
  )
}
