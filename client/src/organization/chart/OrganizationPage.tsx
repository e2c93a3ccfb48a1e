import { Button, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { AddressTabs, EmptyState, Go, Page, Tree, useAddress, useTab } from '#ui/index.ts'
import { Found } from './Found.tsx'
import styles from './chart.module.css'
import { PeopleTable } from './PeopleTable.tsx'
import { useUnitTree } from './unit-tree.ts'

/** The accountability spine: units as a tree that folds, and one box to find anybody. */
export function OrganizationPage() {
  const t = useWords('organization')
  const [search, change] = useAddress()
  const { data: organization } = useSuspenseQuery(query('GET /organization'))
  const words = search['words']?.trim()
  return (
    <Page
      title={organization.name || t('chart.title')}
      lead={t('chart.lead', { people: organization.people, units: organization.units })}
      actions={
        organization.may.import && (
          <Button component={Go} to={paths.importOrganization()}>
            {t('chart.import')}
          </Button>
        )
      }
    >
      {organization.people + organization.units > 0 && (
        <search className={styles.find}>
          <TextInput
            type="search"
            label={t('chart.words')}
            placeholder={t('chart.wordsPlaceholder')}
            defaultValue={search['words']}
            onChange={(event) => change({ words: event.currentTarget.value || undefined }, { replace: true })}
          />
        </search>
      )}
      {words ? <Found words={words} /> : <Chart withoutUnit={organization.withoutUnit} />}
    </Page>
  )
}

function Chart({ withoutUnit }: { withoutUnit: number }) {
  const t = useWords('organization')
  const tabs = [
    { id: 'units', word: t('chart.tree') },
    { id: 'without', word: t('chart.withoutUnitTitle'), count: withoutUnit },
  ]
  const tab = useTab(tabs)
  if (withoutUnit === 0) return <UnitTree />
  return (
    <>
      <AddressTabs tabs={tabs} />
      {tab === 'without' ? <PeopleTable caption={t('chart.withoutUnitTitle')} /> : <UnitTree />}
    </>
  )
}

function UnitTree() {
  const t = useWords('organization')
  const { data } = useSuspenseQuery(query('GET /organization'))
  const { nodes, inside } = useUnitTree(undefined)
  // Below a single head the units are what somebody came for.
  const unfolded = nodes.length === 1 ? [nodes[0]!.id] : []
  if (nodes.length > 0) return <Tree label={t('chart.tree')} nodes={nodes} inside={inside} unfolded={unfolded} />
  const may = data.may.import
  return (
    <EmptyState
      title={t('chart.none')}
      action={
        may && (
          <Button component={Go} to={paths.importOrganization()}>
            {t('chart.import')}
          </Button>
        )
      }
    >
      {t(may ? 'chart.noneHow' : 'chart.noneHowMember')}
    </EmptyState>
  )
}
