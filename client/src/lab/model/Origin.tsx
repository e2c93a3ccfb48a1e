import { useWords } from '#app/words.ts'
import { useModelWords } from '../words.ts'
import styles from './model.module.css'
import { originOf } from './origin.ts'

/** Where a model is from: said wherever it shows. */
export function Origin({ model }: { model: string }) {
  const t = useWords('lab')
  const words = useModelWords()
  const origin = originOf[model] ?? 'ours'
  return (
    <span className={styles.origin} data-origin={origin}>
      <strong>{t(`origin.${origin}`)}</strong> <span>{words.after(model)}</span>
    </span>
  )
}
