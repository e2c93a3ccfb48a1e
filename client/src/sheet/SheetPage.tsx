import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { OrderActs } from '#order/OrderActs.tsx'
import { OrderNotes } from '#order/OrderNotes.tsx'
import { Go, Section, useAddress } from '#ui/index.ts'
import { Earlier } from './Earlier.tsx'
import { Filled } from './Filled.tsx'
import { leftIn } from './left.ts'
import { SheetActs } from './SheetActs.tsx'
import { SheetForm } from './SheetForm.tsx'
import styles from './sheet.module.css'
import { StateMark } from './StateMark.tsx'
import type { Sheet } from './types.ts'
import { useSaving } from './use-saving.ts'

/** One sheet: written in while it is open, read when it is done, with its earlier versions. */
export function SheetPage({ params }: { params: { community: string; sheet: string } }) {
  const t = useWords('sheet')
  const community = useCommunity(params.community)
  const { data: sheet } = useSuspenseQuery(query('GET /communities/{community}/sheets/{sheet}', { params }))
  const [{ version }] = useAddress()
  // A sheet that somebody else called done keeps the form open for as long as what was written in it is not saved.
  const [unsaved, setUnsaved] = useState(false)
  const writing = sheet.may.write || unsaved || leftIn(sheet.id) !== undefined
  const earlier = sheet.versions.find((one) => String(one.version) === version && one.version !== sheet.version)
  return (
    <CommunityFrame community={community} side={sheet.versions.length > 1 && <Versions sheet={sheet} />}>
      <p className={styles.back}>
        <Go to={paths.sheets(community.slug)}>{t('back')}</Go>
      </p>
      <OrderNotes kind="sheet" page={sheet.id} />
      {writing && !earlier ? (
        <Writing key={sheet.id} community={community.id} slug={community.slug} sheet={sheet} onUnsaved={setUnsaved} />
      ) : (
        <Section title={sheet.title} action={<SheetActs community={community.id} sheet={sheet} />}>
          <About sheet={sheet} />
          {earlier ? (
            <Earlier community={community.id} slug={community.slug} sheet={sheet} version={earlier.version} />
          ) : (
            <Filled sheet={sheet} slug={community.slug} />
          )}
        </Section>
      )}
      <OrderActs kind="sheet" page={sheet.id} texts={[]} />
    </CommunityFrame>
  )
}

interface WritingProps {
  community: string
  slug: string
  sheet: Sheet
  onUnsaved: (unsaved: boolean) => void
}

function Writing({ community, slug, sheet, onUnsaved }: WritingProps) {
  const saving = useSaving(community, sheet)
  const unsaved = saving.state !== 'saved'
  useEffect(() => {
    onUnsaved(unsaved)
    return () => onUnsaved(false)
  }, [unsaved, onUnsaved])
  return (
    <Section title={sheet.title} action={<SheetActs community={community} sheet={sheet} save={saving.save} />}>
      <About sheet={sheet} />
      <SheetForm saving={saving} slug={slug} sheet={sheet} />
    </Section>
  )
}

function About({ sheet: { state, discarded, template, title, by, at } }: { sheet: Sheet }) {
  const t = useWords('sheet')
  const when = useWhen()
  return (
    <>
      <p className={styles.facts}>
        <StateMark state={discarded ? 'discarded' : state} />
        {template.name !== title && <span data-no-words>{template.name}</span>}
        <span>{by ? t('writtenBy', { on: when.day(at), name: by.name }) : when.day(at)}</span>
      </p>
      <p className={styles.soft} data-no-words>
        {template.what}
      </p>
    </>
  )
}

function Versions({ sheet }: { sheet: Sheet }) {
  const t = useWords('sheet')
  const when = useWhen()
  return (
    <Section small title={t('versions')}>
      <ol reversed className={styles.versions}>
        {sheet.versions.map(({ version, by, at }) => (
          <li key={version}>
            <Go to={version === sheet.version ? '?' : `?version=${version}`} stay>
              {t('version', { version })}
            </Go>
            <div className={styles.facts}>
              <span>{when.day(at)}</span>
              {by && <span data-no-words>{by.name}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
