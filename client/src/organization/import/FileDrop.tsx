import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconX } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import styles from './import.module.css'

interface FileDropProps {
  label: string
  how: string
  file: File | undefined
  onFile: (file: File | undefined) => void
}

/** Where a file is dropped or chosen. The input is a real one, so that keys and screen readers know it. */
export function FileDrop({ label, how, file, onFile }: FileDropProps) {
  const t = useWords('organization')
  const when = useWhen()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFile(event.dataTransfer.files[0])
  }
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
    >
      <label htmlFor={id} className={styles.dropLabel}>
        {label}
      </label>
      <p id={`${id}-how`} className={styles.how}>
        {how}
      </p>
      {file ? (
        <div className={styles.chosen}>
          <IconFileSpreadsheet size={20} aria-hidden="true" />
          <span>{t('import.chosen', { name: file.name, size: sizeOf(file.size, when.number) })}</span>
          <button
            type="button"
            className={styles.away}
            aria-label={t('import.remove', { name: file.name })}
            onClick={() => onFile(undefined)}
          >
            <IconX size={18} aria-hidden="true" />
          </button>
        </div>
      ) : (
        <p className={styles.hint}>{t('import.drop')}</p>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        aria-describedby={`${id}-how`}
        className="unseen"
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
      <Button variant="default" aria-hidden="true" tabIndex={-1} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
    </div>
  )
}

const sizeOf = (bytes: number, number: (value: number) => string) =>
  bytes >= 1e6 ? `${number(Math.round(bytes / 1e5) / 10)} MB` : `${number(Math.max(1, Math.round(bytes / 1e3)))} kB`
