import { useWords } from '#app/words.ts'
import { useModelWords } from '../words.ts'
import styles from './model.module.css'

/** Whether a model was published, was published and is retold by rules of ours, or is ours. */
export const originOf: Readonly<Record<string, 'published' | 'retold' | 'ours'>> = {
  march: 'published',
  miller: 'retold',
  'lazer-friedman': 'published',
  fang: 'retold',
  communities: 'ours',
  diffusion: 'retold',
  'your-organization': 'ours',
}

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
