import { Button } from '@mantine/core'
import { gitLine } from '@mortar/traces/forms/git'
import { Fragment, useId, useState } from 'react'
import { useWords } from '#app/words.ts'
import styles from '../../network.module.css'

const line = gitLine('history.txt')

/** What is typed to have git tell who changed what: shown whole, and one click marks all of it. */
export function GitLine() {
  const t = useWords('network')
  const id = useId()
  const [copied, setCopied] = useState(false)
  // Over plain http browsers keep the clipboard to themselves; the line can be marked there.
  const copy = () => navigator.clipboard.writeText(line).then(() => setCopied(true))
  return (
    <div role="group" aria-labelledby={id} className={styles.gitLine}>
      <span id={id} className={styles.soft}>
        {t('bring.gitLine')}
      </span>
      <code data-no-words>
        {line.split(' ').map((word) => (
          <Fragment key={word}>
            <span>{word}</span>{' '}
          </Fragment>
        ))}
      </code>
      {'clipboard' in navigator && (
        <Button variant="default" w="fit-content" onClick={() => void copy()}>
          {t(copied ? 'bring.copied' : 'bring.copy')}
        </Button>
      )}
    </div>
  )
}
