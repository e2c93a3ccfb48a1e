import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftState } from './DraftState.tsx'
import { useKeeping } from './use-keeping.ts'
import styles from './editor.module.css'
import { insert, type Marked, mentionAt } from './marking.ts'
import { type Mentioned, MentionList, useMentions } from './mentions.tsx'
import { Preview } from './Preview.tsx'
import { Tools, tools } from './Tools.tsx'
import { useUploads } from './use-uploads.ts'

export interface MarkdownEditorProps {
  label: string
  description?: string | undefined
  placeholder?: string
  value: string
  onChange: (text: string) => void
  /** Renders as the server will: the preview asks it. */
  preview: (markdown: string) => Promise<string>
  /** Stores a pasted, dropped or chosen file; its address goes into the text. */
  upload?: (file: File) => Promise<{ name: string; address: string; mediaType: string }>
  /** Finds people for an @. */
  mention?: (text: string, signal: AbortSignal) => Promise<readonly Mentioned[]>
  /** Keeps a draft, a second after the last letter. */
  keep?: (text: string) => Promise<unknown>
  error?: string | undefined
  rows?: number
  required?: boolean
}

/** Writes Markdown: a text area with tools, preview, files by paste or drop, and @mentions. */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { label, description, value, onChange, error, rows = 8 } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [view, setView] = useState<'write' | 'preview'>('write')
  const [cursor, setCursor] = useState({ start: 0, end: 0 })
  const marked: Marked = { text: value, ...cursor }

  const put = ({ text, start, end }: Marked) => {
    onChange(text)
    setCursor({ start, end })
    // After React has written the text, or the browser would move the cursor to its end.
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(start, end)
    })
  }
  const now = (): Marked => ({ text: value, start: area.current!.selectionStart, end: area.current!.selectionEnd })
  const uploads = useUploads(props.upload, (file) => put(insert(now(), file)))
  const mentions = useMentions(view === 'write' ? mentionAt(marked) : undefined, props.mention)
  const { keep } = props
  const draft = useKeeping(value, keep && (() => keep(value)))

  const choose = (person: Mentioned) => {
    const at = mentionAt(marked)
    if (at) put(insert({ text: value, start: at.from, end: marked.end }, `${person.insert} `))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKey(event, choose)) return
    const tool =
      event.ctrlKey || event.metaKey ? tools.find((tool) => 'key' in tool && tool.key === event.key) : undefined
    if (!tool) return
    event.preventDefault()
    put(tool.tool(now(), t))
  }
  const take = (event: ClipboardEvent | DragEvent, files: FileList | undefined) => {
    if (!props.upload || !files?.length) return
    event.preventDefault()
    uploads.add(files)
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {props.required && (
          <span aria-hidden="true" className={styles.required}>
            {' *'}
          </span>
        )}
      </label>
      {description && (
        <div id={`${id}-description`} className={styles.description}>
          {description}
        </div>
      )}
      <div className={styles.editor} data-error={error ? true : undefined}>
        <Tools
          view={view}
          onView={setView}
          onTool={(tool) => put(tool(now(), t))}
          onFiles={props.upload && uploads.add}
        />
        {view === 'preview' ? (
          <Preview text={value} render={props.preview} />
        ) : (
          <textarea
            ref={area}
            id={id}
            className={styles.area}
            style={{ minHeight: rows * 26 + 24 }}
            value={value}
            placeholder={props.placeholder}
            required={props.required}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-description ${id}-error`}
            {...mentions.ofArea}
            onChange={(event) => {
              onChange(event.currentTarget.value)
              setCursor({ start: event.currentTarget.selectionStart, end: event.currentTarget.selectionEnd })
            }}
            onSelect={(event) =>
              setCursor({ start: event.currentTarget.selectionStart, end: event.currentTarget.selectionEnd })
            }
            onKeyDown={onKeyDown}
            onPaste={(event) => take(event, event.clipboardData.files)}
            onDrop={(event) => take(event, event.dataTransfer.files)}
          />
        )}
        <MentionList {...mentions} onChoose={choose} />
      </div>
      <div id={`${id}-error`} className={styles.error}>
        {error}
      </div>
      <div className={styles.below} role="status">
        {uploads.said ?? <DraftState state={draft} />}
      </div>
    </div>
  )
}
