import { Select } from '@mantine/core'
import type { Followed, Level } from '@mortar/contract/attention'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo } from '#ui/index.ts'

const levels: readonly Level[] = ['everything', 'mentions', 'nothing']

/** How much I hear of one thread or community; stands on its page, which may know it already. */
export function Following({ kind, id, known }: { kind: Followed; id: string; known?: Level }) {
  const t = useWords('attention')
  const client = useQueryClient()
  const params = { kind, id }
  const { data } = useSuspenseQuery({
    ...query('GET /following/{kind}/{id}', { params }),
    ...(known && { initialData: { level: known } }),
  })
  const set = async (level: Level) => {
    await api('PUT /following/{kind}/{id}', { params, body: { level } })
    await refresh(client, 'GET /following/{kind}/{id}', 'GET /following')
  }
  const choose = (level: Level) => {
    const before = data.level
    if (level !== before)
      void actWithUndo(
        t('following.set', { level: t(`level.${level}`) }),
        () => set(level),
        () => set(before),
      )
  }
  return (
    <Select
      label={t(`following.${kind}`)}
      value={data.level}
      allowDeselect={false}
      onChange={(level) => level && choose(level as Level)}
      data={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
    />
  )
}
