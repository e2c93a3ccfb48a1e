import type { QueryClient } from '@tanstack/react-query'
import { type Answer, api, query, refresh } from '#app/api.ts'
import type { Mentioned } from '#ui/index.ts'

export type Inquiry = Answer<'GET /inquiries/{inquiry}'>
export type Contribution = Inquiry['contributions'][number]
export type Line = Answer<'GET /inquiries'>['items'][number]
export type Place = Answer<'GET /inquiries/places'>['items'][number]

export const inquiryQuery = (inquiry: string) => query('GET /inquiries/{inquiry}', { params: { inquiry } })

/** After an act on an inquiry: its page and the lists that it stands in are read again. */
export const readAgain = (client: QueryClient) =>
  refresh(client, 'GET /inquiries/{inquiry}', 'GET /inquiries/{inquiry}/contributions', 'GET /inquiries')

/** Shows a change at once and takes it back when the server refuses. */
export async function optimistically(
  client: QueryClient,
  inquiry: string,
  change: (before: Inquiry) => Inquiry,
  act: () => Promise<unknown>,
): Promise<void> {
  const { queryKey } = inquiryQuery(inquiry)
  await client.cancelQueries({ queryKey })
  const before = client.getQueryData<Inquiry>(queryKey)
  if (before) client.setQueryData(queryKey, change(before))
  try {
    await act()
  } catch (error) {
    client.setQueryData(queryKey, before)
    throw error
  } finally {
    void readAgain(client)
  }
}

/** What every editor here needs of the server. */
export const writing = {
  preview: async (markdown: string) => (await api('POST /markdown', { body: { markdown } })).html,
  async upload(file: File) {
    const form = new FormData()
    form.append('file', file)
    return api('POST /files', { form })
  },
  async mention(words: string, signal: AbortSignal): Promise<Mentioned[]> {
    const { items } = await api('GET /people', { query: { words, limit: 6 }, signal })
    return items.map(({ id, name, title, unit }) => ({
      id,
      name,
      note: [title, unit].filter(Boolean).join(', '),
      insert: `[${name}](/people/${id})`,
    }))
  },
}

/** Somebody in a list to choose from. */
export async function searchPeople(words: string, signal: AbortSignal) {
  const { items } = await api('GET /people', { query: { words, limit: 8 }, signal })
  return items.map(({ id, name, title, unit }) => ({
    id,
    name,
    note: [title, unit].filter(Boolean).join(', ') || null,
  }))
}
