import type { SurveyFigures, SurveyResult } from '@mortar/contract/network-survey'
import type { useWords } from '#app/words.ts'

/** A cell that a spreadsheet takes for words, whatever it begins with. */
const cell = (value: string | number) => {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

type Row = readonly (string | number)[]

/** The published figures as a table: a line for each group and question, then what goes between units. */
export function csvOf(result: SurveyResult, t: ReturnType<typeof useWords<'survey'>>): string {
  const [first] = result.whole.questions ?? []
  const rows: Row[] = [
    [
      t('result.unit'),
      t('response.asked'),
      t('response.answered'),
      t('response.share'),
      t('write.questions'),
      t('result.colleagues'),
      t('result.outside'),
      t('result.more'),
      ...(first?.frequency ?? []).map(({ step }) => t(`frequency.f${step as 1 | 2 | 3 | 4}`)),
      ...(first?.whatFor ?? []).map(({ kind }) => t(`kind.${kind}`)),
    ],
    ...[result.whole, ...result.units].flatMap((figures) => linesOf(figures, t)),
    [],
    [t('result.from'), t('result.to'), t('result.count')],
    ...result.flows.map(({ from, to, people }) => [from.name, to.name, people]),
  ]
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function linesOf(
  { unit, asked, answered, enough, questions }: SurveyFigures,
  t: ReturnType<typeof useWords<'survey'>>,
): Row[] {
  const head = [unit?.name ?? t('result.whole'), asked, answered, t(enough ? 'response.enough' : 'response.notEnough')]
  if (!questions) return [[...head, t('result.hidden')]]
  return questions.map((one) => [
    ...head,
    one.text,
    one.named,
    one.outside ?? '',
    one.more ?? '',
    ...one.frequency.map(({ share }) => share ?? ''),
    ...one.whatFor.map(({ people }) => people ?? ''),
  ])
}
