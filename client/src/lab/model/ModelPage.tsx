import { type Model, models } from '@mortar/simulation'
import { NotFoundPage } from '#app/shell/NotFoundPage.tsx'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go, Page, useAddress } from '#ui/index.ts'
import { besidePublished } from '../compare/plan.ts'
import { settingsIn } from '../plan/address.ts'
import { useModelWords } from '../words.ts'
import { Bench } from './Bench.tsx'
import { Origin } from './Origin.tsx'

/** The models that a page can run: the organization's own has a page to itself. */
export const onBench = models.filter(({ name }) => name !== 'your-organization')

export function ModelPage({ params }: { params: { model: string } }) {
  const model = onBench.find(({ name }) => name === params.model)
  // Another model is another bench, with nothing left over from the one before.
  return model ? <OneModel key={model.name} model={model} /> : <NotFoundPage />
}

function OneModel({ model }: { model: Model }) {
  const t = useWords('lab')
  const words = useModelWords()
  const [search] = useAddress()
  const settings = settingsIn(model, search)
  return (
    <Page
      title={words.model(model.name)}
      above={<Origin model={model.name} />}
      lead={words.sentence(model.name)}
      actions={
        <>
          <Go to={paths.sweep(model.name, settings)}>{t('run.sweep')}</Go>
          <Go to={paths.compare(model.name, besidePublished(settings))}>{t('run.compare')}</Go>
        </>
      }
    >
      <Bench model={model} />
    </Page>
  )
}
