import { z } from 'zod'
import { sentence } from './words.ts'

type Issue = z.core.$ZodRawIssue
type Told = [key: string, params?: Record<string, unknown>]

const finnish = z.locales.fi().localeError
const english = z.locales.en().localeError

/** How a wrong field is told to whoever filled it in; what only a program sends wrong, the library words. */
export const wording =
  (language = 'en') =>
  (issue: Issue) => {
    const told = toldOf(issue)
    if (told) return sentence(language, `platform:field.${told[0]}`, told[1])
    return (language === 'fi' ? finnish : english)(issue)
  }

function toldOf(issue: Issue): Told | undefined {
  if (issue.input === undefined || issue.input === null || issue.input === '') return ['empty']
  if (issue.code === 'too_big') return bounded(issue.origin, 'Most', Number(issue.maximum))
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && String(issue.input).trim() === '') return ['empty']
    return bounded(issue.origin, 'Least', Number(issue.minimum))
  }
  if (issue.code === 'invalid_format' && issue.format === 'email') return ['email']
  if (issue.code === 'invalid_format' && issue.format === 'url') return ['url']
  return issue.code === 'custom' ? ['unfit'] : undefined
}

const bounds: Record<string, string> = { string: 'letters', array: 'choices', number: 'number', int: 'number' }

function bounded(origin: string, side: 'Most' | 'Least', bound: number): Told | undefined {
  const of = bounds[origin]
  return of === undefined ? undefined : [`${of}${side}`, { bound }]
}
