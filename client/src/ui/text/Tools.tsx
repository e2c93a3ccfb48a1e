import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPaperclip,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './editor.module.css'
import { link, type Marked, prefix, wrap } from './marking.ts'

type Words = TFunction<'ui'>
export type Tool = (marked: Marked, t: Words) => Marked

export const tools = [
  { word: 'bold', icon: IconBold, key: 'b', tool: (marked, t) => wrap(marked, '**', t('editor.boldWords')) },
  { word: 'italic', icon: IconItalic, key: 'i', tool: (marked, t) => wrap(marked, '_', t('editor.italicWords')) },
  { word: 'heading', icon: IconHeading, tool: (marked) => prefix(marked, '## ') },
  { word: 'link', icon: IconLink, tool: (marked, t) => link(marked, t('editor.linkWords')) },
  { word: 'list', icon: IconList, tool: (marked) => prefix(marked, '- ') },
  { word: 'numbers', icon: IconListNumbers, tool: (marked) => prefix(marked, (line) => `${line + 1}. `) },
  { word: 'quote', icon: IconBlockquote, tool: (marked) => prefix(marked, '> ') },
  { word: 'code', icon: IconCode, tool: (marked, t) => wrap(marked, '`', t('editor.codeWords')) },
] as const satisfies readonly { word: string; icon: typeof IconBold; key?: string; tool: Tool }[]

interface ToolsProps {
  view: 'write' | 'preview'
  onView: (view: 'write' | 'preview') => void
  onTool: (tool: Tool) => void
  onFiles?: ((files: FileList) => void) | undefined
}

export function Tools({ view, onView, onTool, onFiles }: ToolsProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={styles.tools}>
      <div className={styles.views} role="group">
        {(['write', 'preview'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
            {t(`editor.${name}`)}
          </button>
        ))}
      </div>
      {view === 'write' && (
        <div role="toolbar" aria-label={t('editor.tools')} className={styles.bar} onKeyDown={alongTheBar}>
          {tools.map(({ word, icon: Sign, tool }, place) => (
            <button
              key={word}
              type="button"
              tabIndex={place === 0 ? 0 : -1}
              title={t(`editor.${word}`)}
              aria-label={t(`editor.${word}`)}
              onClick={() => onTool(tool)}
            >
              <Sign size={18} aria-hidden="true" />
            </button>
          ))}
          {onFiles && <FileButton onFiles={onFiles} />}
        </div>
      )}
    </div>
  )
}

function FileButton({ onFiles }: { onFiles: (files: FileList) => void }) {
  const { t } = useTranslation('ui')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        title={t('editor.file')}
        aria-label={t('editor.file')}
        onClick={() => input.current?.click()}
      >
        <IconPaperclip size={18} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          if (event.currentTarget.files?.length) onFiles(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** A toolbar is one stop of the Tab key; inside it the arrows go. */
function alongTheBar(event: KeyboardEvent<HTMLDivElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons.at((buttons.indexOf(event.target as HTMLButtonElement) + step) % buttons.length)
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1
  next?.focus()
}
