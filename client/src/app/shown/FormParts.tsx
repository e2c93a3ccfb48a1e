import { Button, Checkbox, Radio, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Choice, fieldError, Form, Picker, Section } from '#ui/index.ts'
import { ApiRefusal } from '../api.ts'

const units: Choice[] = ['A', 'B', 'C', 'D'].map((letter) => ({
  id: letter,
  name: `Department ${letter}`,
  note: `${letter.charCodeAt(0) - 50} people`,
}))

export function FormParts() {
  const [error, setError] = useState<ApiRefusal>()
  const [chosen, setChosen] = useState<Choice[]>(units.slice(0, 1))
  const submit = () =>
    setError(
      new ApiRefusal(400, 'invalid', 'The community was not created.', [
        { path: 'name', message: 'Give it a name that its people would use.' },
        { path: 'units', message: 'Choose at most two units.' },
      ]),
    )
  return (
    <Section title="A form">
      <Form
        onSubmit={submit}
        error={error}
        actions={
          <>
            <Button type="submit">Open the community</Button>
            <Button variant="default">Keep as a draft</Button>
          </>
        }
      >
        <TextInput
          label="Name"
          description="As its people call it."
          placeholder="Rehabilitation social workers"
          error={fieldError(error, 'name')}
          required
        />
        <Picker
          label="Units"
          value={chosen}
          onChange={setChosen}
          max={3}
          suggest
          search={(text) =>
            Promise.resolve(units.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())))
          }
          error={fieldError(error, 'units')}
        />
        <Select label="Stage" data={['potential', 'coalescing', 'maturing']} defaultValue="potential" />
        <Radio.Group label="Who may read" defaultValue="open">
          <Radio value="open" label="Everybody in the organization" />
          <Radio value="private" label="Members and invited people" />
        </Radio.Group>
        <Checkbox label="Tell the people of these units" />
        <Switch label="Needs a second facilitator" defaultChecked />
      </Form>
    </Section>
  )
}
