import type { SheetState } from '@mortar/contract/community-sheets'
import { useWords } from '#app/words.ts'
import { Mark, type MarkKind } from '#ui/index.ts'

type Shown = SheetState | 'discarded'

const kinds: Record<Shown, MarkKind> = { draft: 'quiet', in_use: 'note', done: 'worked', discarded: 'quiet' }

export function StateMark({ state }: { state: Shown }) {
  const t = useWords('sheet')
  return <Mark kind={kinds[state]}>{t(`state.${state}`)}</Mark>
}
