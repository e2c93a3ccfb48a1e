import { useWords } from '#app/words.ts'
import styles from './agents.module.css'
import type { Scene } from './scene.ts'

const keys = {
  beliefs: ['right', 'wrong', 'none'],
  heights: ['height', 'same', 'own'],
  spreading: ['practises', 'did', 'notYet'],
  structure: ['alone', 'helped', 'elsewhere', 'handed', 'request', 'refused'],
} as const

/** What the marks of the drawing mean. */
export function Key({ scene }: { scene: Scene }) {
  const t = useWords('lab')
  const kind = scene.kind === 'network' ? (scene.practises.length > 0 ? 'spreading' : 'heights') : scene.kind
  return (
    <ul className={styles.key}>
      {keys[kind].map((mark) => (
        <li key={mark}>
          <i data-mark={mark} aria-hidden="true" />
          {t(`watch.key.${mark}`)}
        </li>
      ))}
    </ul>
  )
}
