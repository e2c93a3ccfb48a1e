import { models } from '@mortar/simulation'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page } from '#ui/index.ts'
import { useModelWords } from '../words.ts'

export function LabPage() {
  const t = useWords('lab')
  const words = useModelWords()
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <ul>
        {models.map(({ name }) => (
          <li key={name}>
            <Go to={paths.labModel(name)}>{words.model(name)}</Go>
          </li>
        ))}
      </ul>
    </Page>
  )
}
