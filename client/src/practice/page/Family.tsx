import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Section, useGo } from '#ui/index.ts'
import type { Practice } from '../api.ts'
import styles from '../practice.module.css'
import { layOutFamily } from './family.ts'

const row = 44
const indent = 28

/** The variants of a practice as a tree: each knows what it was adapted from, and for which context. */
export function Family({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const go = useGo()
  const { placed, depth } = layOutFamily(practice.family)
  const width = Math.max(560, depth * indent + 480)
  return (
    <Section title={t('family.title')}>
      <div className={styles.wide}>
        <svg
          className={styles.family}
          viewBox={`0 0 ${width} ${placed.length * row}`}
          style={{ width }}
          role="group"
          aria-label={t('family.label', { count: placed.length })}
        >
          {placed.map(({ one, level, line, parentLine }) => (
            <g key={one.id}>
              {parentLine !== undefined && (
                <path
                  className={styles.branch}
                  d={`M${(level - 1) * indent + 8} ${parentLine * row + 24}V${line * row + 16}h${indent - 8}`}
                />
              )}
              <a
                className={styles.relative}
                href={paths.practice(one.id)}
                aria-current={one.id === practice.id ? 'page' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey) return
                  event.preventDefault()
                  go(paths.practice(one.id))
                }}
              >
                <circle cx={level * indent + 8} cy={line * row + 16} r="6" data-state={one.state} />
                <text x={level * indent + 24} y={line * row + 21}>
                  {cut(one.title)}
                  <title>{one.title}</title>
                </text>
                <text x={level * indent + 24} y={line * row + 37} className={styles.context}>
                  {cut(
                    [one.context, one.state === 'current' ? undefined : t(`state.${one.state}`), one.community?.short]
                      .filter(Boolean)
                      .join(' · '),
                  )}
                </text>
              </a>
            </g>
          ))}
        </svg>
      </div>
    </Section>
  )
}

const cut = (text: string) => (text.length > 60 ? `${text.slice(0, 58)}…` : text)
