import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Answer, api, refresh, type Sending } from '#app/api.ts'

export type PersonalLink = Answer<'POST /office/invitations'>['items'][number]
export type Whom = Sending<'POST /office/invitations'>['body']

export interface Inviting {
  invite: (whom: Whom) => void
  recover: (person: string) => void
  links: readonly PersonalLink[] | undefined
  done: () => void
  pending: boolean
  error: Error | null
}

/** Makes links and holds them for as long as the page is open: nobody can ask for them again. */
export function useInviting(): Inviting {
  const client = useQueryClient()
  const making = useMutation({
    mutationFn: async (what: { whom: Whom } | { person: string }) =>
      'whom' in what
        ? (await api('POST /office/invitations', { body: what.whom })).items
        : [await api('POST /office/recoveries/{person}', { params: { person: what.person } })],
    onSuccess: () => refresh(client, 'GET /office/accounts'),
  })
  return {
    invite: (whom) => making.mutate({ whom }),
    recover: (person) => making.mutate({ person }),
    links: making.data,
    done: making.reset,
    pending: making.isPending,
    error: making.error,
  }
}
