import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from './account.module.css'

/** Something that is shown once, to be taken along. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  const t = useWords('account')
  const [copied, setCopied] = useState(false)
  // Over plain http browsers keep the clipboard to themselves; the text can be marked there.
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true))
  return (
    <div className={styles.copy}>
      <input
        readOnly
        aria-label={label}
        className={styles.copyText}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      {'clipboard' in navigator && (
        <Button variant="default" onClick={() => void copy()}>
          {t(copied ? 'copied' : 'copy')}
        </Button>
      )}
    </div>
  )
}
