import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, Page, Section, useTab } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { BringFile } from './BringFile.tsx'
import { Imports } from './Imports.tsx'

/** Brings in a catalogue, or an assessment made elsewhere: looked at first, and taken back in one click. */
export function BringPage() {
  const t = useWords('learning')
  const { data } = useSuspenseQuery(query('GET /learning/imports'))
  const tabs = [
    { id: 'catalogue', word: t('bring.catalogue') },
    { id: 'assessment', word: t('bring.assessment') },
  ]
  const kind = useTab(tabs) === 'assessment' ? 'assessment' : 'catalogue'
  return (
    <Page title={t('bring.title')} lead={t('bring.lead')}>
      <Places />
      <AddressTabs tabs={tabs} label={t('bring.what')} />
      <BringFile key={kind} kind={kind} />
      <Section title={t('bring.before')} count={data.items.length || undefined}>
        <Imports items={data.items} />
      </Section>
    </Page>
  )
}
