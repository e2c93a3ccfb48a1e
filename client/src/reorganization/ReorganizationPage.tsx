import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, Go, Page, Section, useTab } from '#ui/index.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { Figures } from './Figures.tsx'
import { Boundaries, Fates } from './Tables.tsx'
import { Drawing } from './Drawing.tsx'
import { isUnderWay, useTitle } from './use-title.ts'

/** What becomes of communities and ties from one chart to another. */
export function ReorganizationPage({ params }: { params: { reorganization: string } }) {
  const t = useWords('reorganization')
  const when = useWhen()
  const titleOf = useTitle()
  const { data } = useSuspenseQuery({
    ...query('GET /reorganizations/{reorganization}', { params }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 700 : false),
  })
  const { outcome, settings, failure } = data
  const window = t('window', { from: when.day(settings.from), to: when.day(settings.to) })
  const tabs = [
    { id: 'picture', word: t('picture') },
    { id: 'table', word: t('table') },
  ]
  const view = useTab(tabs)
  return (
    <Page
      title={titleOf(data)}
      lead={t('oneLead')}
      actions={
        <>
          {outcome && !outcome.near && <ExportMenu outcome={outcome} drawn={view === 'picture'} />}
          <Go to={paths.reorganizations()}>{t('all')}</Go>
        </>
      }
    >
      {isUnderWay(data) && <p role="status">{t('underWay')}</p>}
      {failure && <p>{failure}</p>}
      {outcome?.near && <p>{t('near')}</p>}
      {outcome && outcome.moved === null && !outcome.near && <p>{t('fewMoved')}</p>}
      {outcome && (
        <>
          <Figures outcome={outcome} window={window} />
          <AddressTabs tabs={tabs} label={t('views')} />
          {view === 'picture' ? <Drawing outcome={outcome} /> : <Fates outcome={outcome} />}
          <Section title={t('boundaries')} count={outcome.boundaries.length}>
            <Boundaries outcome={outcome} />
          </Section>
        </>
      )}
    </Page>
  )
}
