import { lazy } from 'react'

/** The search capability's box: a dialog that closes itself through `onClose`. */
export const SearchPart = lazy(async () => ({ default: (await import('#search/SearchBox.tsx')).SearchBox }))
