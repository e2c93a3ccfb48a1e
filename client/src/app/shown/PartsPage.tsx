import { Button } from '@mantine/core'
import { CommunityTag, Page, UnitTag } from '#ui/index.ts'

export function PartsPage() {
  return (
    <Page
      title="What to do when a first contact call is not answered"
      above={
        <>
          <CommunityTag name="Physiotherapists" short="PHY" colour={1} />
          <UnitTag name="Department C" />
        </>
      }
      lead="Every part of the interface in its states."
      actions={<Button>Adopt in my unit</Button>}
    >
      <p>parts</p>
    </Page>
  )
}
