import { useWords } from '#app/words.ts'
import { Go, useChangedAddress } from '#ui/index.ts'
import shared from '../learning.module.css'
import type { Plan } from './types.ts'

/** Every version that was kept; none of them changes. */
export function Versions({ plan: { versions, version } }: { plan: Plan }) {
  const t = useWords('learning')
  const here = useChangedAddress()
  return (
    <ol className={shared.short}>
      {versions.map(({ number, origin, state, note, by, at }) => (
        <li key={number}>
          <Go
            to={here({ version: number === versions[0]!.number ? undefined : String(number) })}
            aria-current={number === version.number ? 'true' : undefined}
          >
            {t('plans.version', { number })}
          </Go>
          <span>{t(`plans.origin.${origin}`)}</span>
          {state !== 'done' && <span>{t(`plans.state.${state}`)}</span>}
          {by && <span className={shared.softly}>{by.name}</span>}
          <time className={shared.softly} dateTime={at}>
            {t('plans.at', { at: new Date(at) })}
          </time>
          {note && <span className={shared.said}>{note}</span>}
        </li>
      ))}
    </ol>
  )
}
