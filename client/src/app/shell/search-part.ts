import { type ComponentType, lazy } from 'react'

interface SearchModule {
  SearchBox: ComponentType<{ onClose: () => void }>
}

const [load] = Object.values(import.meta.glob<SearchModule>('../../search/SearchBox.tsx'))

/** The search capability's box: a dialog that closes itself through `onClose`. */
export const SearchPart = lazy(async () => ({ default: (await load!()).SearchBox }))
