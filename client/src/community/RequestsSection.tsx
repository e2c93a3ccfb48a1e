import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { PersonChip, ReasonDialog, Refusal, Section, toast } from '#ui/index.ts'
import styles from './community.module.css'
import type { Community } from './use-community.ts'

type Request = Answer<'GET /communities/{community}/requests'>['items'][number]

/** Who asks to join: a facilitator lets them in, or refuses and may say why. */
export function RequestsSection({ community }: { community: Community }) {
  const t = useWords('community')
  const [refusing, setRefusing] = useState<Request>()
  const { data } = useSuspenseQuery(
    query('GET /communities/{community}/requests', { params: { community: community.id } }),
  )
  const deciding = useDeciding(community.id)
  if (data.items.length === 0) return null
  return (
    <Section title={t('request.waiting')} count={data.items.length}>
      <Refusal error={refusing ? null : deciding.error} />
      <ul className={styles.lines}>
        {data.items.map((request) => (
          <li key={request.id} className={styles.invitation}>
            <div>
              <PersonChip
                name={request.person.name}
                photo={request.person.photo}
                note={request.person.title}
                to={paths.person(request.person.id)}
              />
              {request.message && <p>{request.message}</p>}
            </div>
            <div className={styles.acts}>
              <Button onClick={() => deciding.mutate({ request: request.id, accepted: true, reason: '' })}>
                {t('request.accept')}
              </Button>
              <Button variant="default" onClick={() => setRefusing(request)}>
                {t('request.refuse')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {refusing && (
        <ReasonDialog
          title={t('request.refuseTitle', { name: refusing.person.name })}
          label={t('request.why')}
          hint={t('request.whyHow')}
          verb={t('request.refuse')}
          optional
          onAct={(reason) => deciding.mutateAsync({ request: refusing.id, accepted: false, reason })}
          onClose={() => {
            deciding.reset()
            setRefusing(undefined)
          }}
        />
      )}
    </Section>
  )
}

function useDeciding(community: string) {
  const t = useWords('community')
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ request, ...body }: { request: string; accepted: boolean; reason: string }) =>
      api('PUT /communities/{community}/requests/{request}/decision', { params: { community, request }, body }),
    onSuccess: (_, { accepted }) => toast(t(accepted ? 'request.accepted' : 'request.refused')),
    onSettled: () =>
      refresh(
        client,
        'GET /communities/{community}/requests',
        'GET /communities/{community}/members',
        'GET /communities/{community}',
        'GET /communities/{community}/home',
      ),
  })
}
