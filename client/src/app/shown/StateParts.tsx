import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  actWithUndo,
  Confirm,
  Dialog,
  EmptyState,
  Go,
  ListSkeleton,
  PageSkeleton,
  Refusal,
  Section,
  toast,
} from '#ui/index.ts'

export function StateParts() {
  const [dialog, setDialog] = useState<'plain' | 'confirm'>()
  const close = () => setDialog(undefined)
  return (
    <>
      <Section title="Nothing yet" action={<Go to="/ui/nothing">An address without a page</Go>}>
        <EmptyState title="No practice yet" action={<Button variant="default">Distil an inquiry</Button>}>
          When something helped twice, it is worth a page: distil an inquiry.
        </EmptyState>
      </Section>
      <Section title="Refused">
        <Refusal
          error={
            new Error(
              'The file has 3 people with a manager who is not in it (rows 12, 80, 81). Nothing was imported. Add them or leave the field empty.',
            )
          }
        />
      </Section>
      <Section title="Acts">
        <p>
          <Button variant="default" onClick={() => void actWithUndo('You left Physiotherapists.', noted, noted)}>
            Leave, with undo
          </Button>{' '}
          <Button variant="default" onClick={() => toast('The link is in your clipboard.')}>
            Toast
          </Button>{' '}
          <Button variant="default" onClick={() => setDialog('plain')}>
            Dialog
          </Button>{' '}
          <Button variant="default" onClick={() => setDialog('confirm')}>
            Confirm
          </Button>{' '}
          <Button disabled>Disabled</Button> <Button loading>Sending</Button>
        </p>
      </Section>
      <Section title="Waiting for a list">
        <div data-shown>
          <ListSkeleton lines={3} />
        </div>
      </Section>
      <Section title="Waiting for a page">
        <div data-shown>
          <PageSkeleton />
        </div>
      </Section>
      {dialog === 'plain' && (
        <Dialog title="What helped?" onClose={close}>
          <p>Choose the contributions that helped, or say what else did.</p>
        </Dialog>
      )}
      {dialog === 'confirm' && (
        <Confirm title="Redact this text everywhere?" verb="Redact" onConfirm={noted} onClose={close}>
          The words go from every revision, file, search and export. This cannot be undone.
        </Confirm>
      )}
    </>
  )
}

const noted = () => Promise.resolve()
