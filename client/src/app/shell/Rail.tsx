import { IconDots, IconSearch } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Go } from '#ui/index.ts'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'
import { isAt, ownPlaces, type Place, places } from './places.ts'
import { searchKey, useOpenSearch } from './SearchKey.tsx'
import styles from './rail.module.css'
import { Sign } from './Sign.tsx'

/** The left rail, which becomes a bar at the bottom of a phone. */
export function Rail() {
  const t = useWords('app')
  return (
    <nav className={styles.rail} aria-label={t('places.label')}>
      <Go to={paths.home()} className={styles.sign}>
        <Sign /> {t('name')}
      </Go>
      <SearchButton />
      <Places places={places} />
      <More />
      <Places places={ownPlaces} className={styles.own} />
    </nav>
  )
}

function Places({ places, className }: { places: readonly Place[]; className?: string | undefined }) {
  return (
    <ul className={`${styles.places} ${className ?? ''}`}>
      {places.map((place) => (
        <li key={place.to}>
          <PlaceLink place={place} />
        </li>
      ))}
    </ul>
  )
}

function PlaceLink({ place }: { place: Place }) {
  const t = useWords('app')
  const { pathname } = useLocation()
  const here = isAt(place, pathname)
  return (
    <Go to={place.to} className={styles.place} aria-current={here ? 'page' : undefined}>
      <place.icon size={20} stroke={here ? 2 : 1.6} aria-hidden="true" />
      <span>{t(`places.${place.word}`)}</span>
    </Go>
  )
}

function SearchButton() {
  const t = useWords('app')
  const openSearch = useOpenSearch()
  return (
    <button type="button" className={styles.search} onClick={openSearch} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={18} aria-hidden="true" />
      <span>{t('places.search')}</span>
      <kbd aria-hidden="true">{searchKey}</kbd>
    </button>
  )
}

/** On a phone: the places that do not fit into the bar. */
function More() {
  const t = useWords('app')
  const sheet = useRef<HTMLDivElement>(null)
  const openSearch = useOpenSearch()
  const { pathname } = useLocation()
  useEffect(() => sheet.current?.hidePopover?.(), [pathname])
  return (
    <>
      <button type="button" className={`${styles.place} ${styles.more}`} popoverTarget="more-places">
        <IconDots size={20} aria-hidden="true" />
        <span>{t('places.more')}</span>
      </button>
      <div id="more-places" popover="auto" ref={sheet} className={styles.sheet}>
        <button type="button" className={styles.place} onClick={openSearch}>
          <IconSearch size={20} aria-hidden="true" />
          <span>{t('places.search')}</span>
        </button>
        <Places places={[...places.slice(4), ...ownPlaces]} />
      </div>
    </>
  )
}
