import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Page, useGo } from '#ui/index.ts'
import { Places } from '../Places.tsx'
import { ItemForm } from './ItemForm.tsx'

export function NewItemPage() {
  const t = useWords('learning')
  const go = useGo()
  return (
    <Page title={t('items.add')} lead={t('items.addLead')}>
      <Places />
      <ItemForm
        onDone={(item) => go(paths.learningItem(item), { replace: true })}
        onCancel={() => go(paths.learningItems())}
      />
    </Page>
  )
}
