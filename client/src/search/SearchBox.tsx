import type { Found } from '@mortar/contract/search'
import { type KeyboardEvent, useId, useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Dialog, useGo, useSearchAhead } from '#ui/index.ts'
import { addressOf } from './addresses.ts'
import { Pieces } from './Pieces.tsx'
import styles from './search.module.css'

const find = async (words: string, signal: AbortSignal) =>
  (await api('GET /search', { query: { words, limit: 8, excerpts: 'people' }, signal })).items

/** One box for everything: type, choose with the arrows, Enter opens. */
export function SearchBox({ onClose }: { onClose: () => void }) {
  const t = useWords('search')
  const go = useGo()
  const id = useId()
  const [words, setWords] = useState('')
  const [place, setPlace] = useState(0)
  const found = useSearchAhead(words, find)
  const items = found.state === 'found' ? found.items : []

  const open = (to: string) => {
    onClose()
    go(to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setPlace((items.length + 1 + place + step) % (items.length + 1))
    } else if (event.key === 'Enter' && words.trim()) {
      event.preventDefault()
      const chosen = items[place]
      open(chosen ? addressOf(chosen) : paths.search(words.trim()))
    }
  }

  return (
    <Dialog title={t('title')} onClose={onClose} wide>
      <input
        className={styles.box}
        type="text"
        role="combobox"
        aria-label={t('words')}
        aria-expanded={words.trim() !== ''}
        aria-controls={id}
        aria-activedescendant={words.trim() ? `${id}-${place}` : undefined}
        placeholder={t('placeholder')}
        autoComplete="off"
        // The box was opened to type in.
        data-autofocus
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setPlace(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={t('found')} className={styles.options}>
        {words.trim() !== '' && (
          <>
            {items.map((item, at) => (
              <Option
                key={`${item.kind} ${item.id}`}
                id={`${id}-${at}`}
                item={item}
                active={at === place}
                onOpen={() => open(addressOf(item))}
              />
            ))}
            <div
              id={`${id}-${items.length}`}
              role="option"
              aria-selected={place === items.length}
              className={styles.option}
              onClick={() => open(paths.search(words.trim()))}
            >
              {t('allOf', { words: words.trim() })}
            </div>
          </>
        )}
      </div>
      <p className={styles.facts} role="status">
        {found.state === 'failed'
          ? t('failed')
          : found.state === 'found' && items.length === 0
            ? t('noneHow')
            : t('keys')}
      </p>
    </Dialog>
  )
}

function Option({ id, item, active, onOpen }: { id: string; item: Found; active: boolean; onOpen: () => void }) {
  const t = useWords('search')
  return (
    <div id={id} role="option" aria-selected={active} className={styles.option} onClick={onOpen}>
      <span>
        <Pieces pieces={item.title} />
      </span>
      <span className={styles.facts}>
        {t(`kind.${item.kind}`)}
        {item.kind === 'person' && item.excerpt.length > 0 && <Pieces pieces={item.excerpt} />}
      </span>
    </div>
  )
}
