import { IconDots, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { Go } from '#ui/index.ts'
import { query } from '../api.ts'
import { useMe } from '../me.ts'
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
      <Places places={usePlaces()} />
      <More />
      <Places places={ownPlaces} className={styles.own} />
    </nav>
  )
}

/** The places of whoever looks: those of the organization are not a guest's. */
function usePlaces(): readonly Place[] {
  const { data: me } = useMe()
  return places.filter(({ within }) => !within || !me?.guest)
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
  const note = useId()
  const unread = useUnread()
  const news = place.word === 'inbox' && unread > 0
  return (
    <>
      <Go
        to={place.to}
        className={styles.place}
        aria-current={here ? 'page' : undefined}
        aria-describedby={news ? note : undefined}
      >
        <place.icon size={20} stroke={here ? 2 : 1.6} aria-hidden="true" />
        <span>{t(`places.${place.word}`)}</span>
        {news && (
          <span className={styles.count} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </Go>
      {news && (
        <span id={note} className="unseen">
          {t('places.inboxUnread', { count: unread })}
        </span>
      )}
    </>
  )
}

/** How many lines of the inbox wait; asked again each minute while the page is looked at. */
const useUnread = () => useQuery({ ...query('GET /inbox/count'), refetchInterval: 60_000 }).data?.unread ?? 0

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
  const unread = useUnread()
  const note = useId()
  useEffect(() => sheet.current?.hidePopover?.(), [pathname])
  return (
    <>
      <button
        type="button"
        className={`${styles.place} ${styles.more}`}
        popoverTarget="more-places"
        aria-describedby={unread > 0 ? note : undefined}
      >
        <IconDots size={20} aria-hidden="true" />
        {unread > 0 && <span className={styles.dot} aria-hidden="true" />}
        <span>{t('places.more')}</span>
      </button>
      {unread > 0 && (
        <span id={note} className="unseen">
          {t('places.inboxUnread', { count: unread })}
        </span>
      )}
      <div id="more-places" popover="auto" ref={sheet} className={styles.sheet}>
        <button type="button" className={styles.place} onClick={openSearch}>
          <IconSearch size={20} aria-hidden="true" />
          <span>{t('places.search')}</span>
        </button>
        <Places places={[...usePlaces().slice(4), ...ownPlaces]} />
      </div>
    </>
  )
}
