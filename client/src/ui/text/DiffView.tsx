import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './diff.module.css'
import { type Piece, wordDiff } from './word-diff.ts'

/** Two texts as one, with what was added and what was removed marked by line as well as by colour. */
export function DiffView({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('ui')
  const pieces = useMemo(() => wordDiff(before, after), [before, after])
  const inserted = countWords(pieces, 'inserted')
  const deleted = countWords(pieces, 'deleted')
  if (pieces.every((piece) => piece.kind === 'same')) return <p className={styles.summary}>{t('diff.same')}</p>
  return (
    <div>
      <p className={styles.summary}>{t('diff.summary', { inserted, deleted })}</p>
      <div className={styles.diff}>
        {pieces.map((piece, place) => (
          <PieceView key={place} {...piece} />
        ))}
      </div>
    </div>
  )
}

function PieceView({ kind, text }: Piece) {
  const { t } = useTranslation('ui')
  if (kind === 'same') return text
  const Tag = kind === 'inserted' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="unseen">{t(kind === 'inserted' ? 'diff.insertedStart' : 'diff.deletedStart')} </span>
      {text}
    </Tag>
  )
}

const countWords = (pieces: readonly Piece[], kind: Piece['kind']) =>
  pieces
    .filter((piece) => piece.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0), 0)
