import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './editor.module.css'
import { Markdown } from './Markdown.tsx'

/** The text as readers will see it. */
export function Preview({ text, render }: { text: string; render: (markdown: string) => Promise<string> }) {
  const { t } = useTranslation('ui')
  const [shown, setShown] = useState<{ html: string } | 'waiting' | 'failed'>('waiting')
  useEffect(() => {
    let current = true
    if (text.trim() === '') return
    render(text).then(
      (html) => current && setShown({ html }),
      () => current && setShown('failed'),
    )
    return () => {
      current = false
    }
    // The way to render is the same for the life of an editor.
  }, [text])

  return (
    <div className={styles.preview} aria-live="polite">
      {text.trim() === '' && <p className={styles.description}>{t('editor.previewEmpty')}</p>}
      {text.trim() !== '' && shown === 'waiting' && <p className={styles.description}>{t('loading')}</p>}
      {shown === 'failed' && <p className={styles.description}>{t('editor.previewFailed')}</p>}
      {text.trim() !== '' && typeof shown === 'object' && <Markdown html={shown.html} />}
    </div>
  )
}
