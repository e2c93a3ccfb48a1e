import type { ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { useWords } from '#app/words.ts'
import { rowsToCsv } from '#constellation/export/numbers.ts'
import { TakeAlong } from '#constellation/export/TakeAlong.tsx'
import { useNameOf } from '#found/use-found.ts'
import { rowsOf } from './rows.ts'

/** The picture and its numbers to take along: what is too few stays empty. */
export function ExportMenu({ outcome, drawn }: { outcome: ReorganizationOutcome; drawn: boolean }) {
  const t = useWords('reorganization')
  const nameOf = useNameOf()
  const table = () =>
    rowsToCsv([
      [t('community'), t('kindOf'), t('fate'), t('people'), t('movedOf'), t('unitsBefore'), t('unitsAfter')],
      ...rowsOf(outcome, nameOf).map((row) => [
        row.name,
        t(row.known ? 'known' : 'found'),
        t(`fates.${row.fate}`),
        row.people,
        row.moved ?? '',
        row.unitsBefore,
        row.unitsAfter ?? '',
      ]),
      [],
      [t('one'), t('other'), t('tiesCut'), t('behindThem')],
      ...outcome.boundaries.map(({ one, other, ties, people }) => [one, other, ties, people]),
    ])
  return <TakeAlong name="reorganization" picture={drawn ? '#reorganization' : undefined} numbers={table} />
}
