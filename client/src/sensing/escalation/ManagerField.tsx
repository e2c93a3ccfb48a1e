import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { type Choice, PickOne } from '#ui/index.ts'

interface ManagerFieldProps {
  /** The id names the unit and the person. */
  value: Choice[]
  onChange: (value: Choice[]) => void
  error?: string | undefined
}

/** A unit with who answers for it, found by the name of either. */
export function ManagerField(field: ManagerFieldProps) {
  const t = useWords('sensing')
  return (
    <PickOne label={t('escalate.manager')} description={t('escalate.managerHow')} search={searchManagers} {...field} />
  )
}

async function searchManagers(words: string, signal: AbortSignal): Promise<Choice[]> {
  const { items } = await api('GET /managers', { query: { words }, signal })
  return items.map(({ unit, person }) => ({ id: `${unit.id} ${person.id}`, name: person.name, note: unit.name }))
}
