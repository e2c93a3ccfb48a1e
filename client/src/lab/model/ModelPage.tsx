import { models } from '@mortar/simulation'
import { NotFoundPage } from '#app/shell/NotFoundPage.tsx'
import { Page } from '#ui/index.ts'
import { useModelWords } from '../words.ts'

export function ModelPage({ params }: { params: { model: string } }) {
  const words = useModelWords()
  const model = models.find(({ name }) => name === params.model)
  if (!model) return <NotFoundPage />
  return (
    <Page title={words.model(model.name)} lead={words.sentence(model.name)}>
      {null}
    </Page>
  )
}
