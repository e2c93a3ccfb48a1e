import type { Piece } from '@mortar/contract/search'

/** A text with the words that were searched for marked. */
export const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))
