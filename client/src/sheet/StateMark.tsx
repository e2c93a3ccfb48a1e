import type { SheetState } from '@mortar/contract/community-sheets'
import { useWords } from '#app/words.ts'
import { Mark, type MarkKind } from '#ui/index.ts'

const kinds: Record<SheetState, MarkKind> = { draft: 'quiet', in_use: 'note', done: 'worked' }

export function StateMark({ state }: { state: SheetState }) {
  const t = useWords('sheet')
  return <Mark kind={kinds[state]}>{t(`state.${state}`)}</Mark>
}
