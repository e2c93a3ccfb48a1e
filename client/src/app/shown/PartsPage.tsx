import { Button } from '@mantine/core'
import { AddressTabs, CommunityTag, Mark, Page, PersonChip, Section, UnitTag, useTab } from '#ui/index.ts'
import { FormParts } from './FormParts.tsx'
import { ListParts } from './ListParts.tsx'
import { MarkParts } from './MarkParts.tsx'
import { StateParts } from './StateParts.tsx'
import { TextParts } from './TextParts.tsx'

const tabs = [
  { id: 'marks', word: 'Marks' },
  { id: 'states', word: 'States' },
  { id: 'text', word: 'Text', count: 3 },
  { id: 'forms', word: 'Forms' },
  { id: 'lists', word: 'Lists', count: 2 },
]
const shown = { marks: MarkParts, states: StateParts, text: TextParts, forms: FormParts, lists: ListParts }

export function PartsPage() {
  const View = shown[(useTab(tabs) ?? 'marks') as keyof typeof shown]
  return (
    <Page
      title="First contact call before the home visit"
      above={
        <>
          <CommunityTag name="Physiotherapists" short="PHY" colour={1} to="/communities/phy" />
          <CommunityTag name="Psychologists with social workers" short="PSOS" colour={5} />
          <UnitTag name="Department C" to="/organization/units/c" />
          <Mark kind="worked">validated</Mark>
          <span>verified 12 Oct, next 10 Apr</span>
        </>
      }
      lead="Every part of the interface in its states, to look at while developing."
      actions={
        <>
          <Button>Adopt in my unit</Button>
          <Button variant="default">I used this</Button>
          <Button variant="subtle">Adapt</Button>
        </>
      }
      side={
        <>
          <Section small title="Steward">
            <PersonChip name="Maria Lindqvist" note="physiotherapist, Department B" to="/people/maria" />
          </Section>
          <Section small title="Where it is used">
            <div>
              <Mark kind="worked">adopted</Mark> in Department C since 3 Sep
            </div>
            <div>
              <Mark kind="partly">trying</Mark> in Department A
            </div>
            <div>
              <Mark kind="quiet">declined</Mark> by Department D: no telephone line of their own
            </div>
          </Section>
        </>
      }
    >
      <AddressTabs tabs={tabs} />
      <View />
    </Page>
  )
}
