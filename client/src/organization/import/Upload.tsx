import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Form, useGo } from '#ui/index.ts'
import { FileDrop } from './FileDrop.tsx'
import styles from './import.module.css'

/** Takes the files; what they would do is seen on the next page. */
export function Upload() {
  const t = useWords('organization')
  const go = useGo()
  const [people, setPeople] = useState<File>()
  const [units, setUnits] = useState<File>()
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('people', file)
      if (units) form.append('units', units)
      return api('POST /organization/imports', { form })
    },
    onSuccess: ({ id }) => go(paths.organizationImport(id)),
  })
  return (
    <Form
      onSubmit={() => people && upload.mutate(people)}
      error={upload.error}
      actions={
        <Button type="submit" size="md" disabled={!people} loading={upload.isPending}>
          {t('import.upload')}
        </Button>
      }
    >
      <div className={styles.drops}>
        <FileDrop label={t('import.people')} how={t('import.peopleHow')} file={people} onFile={setPeople} />
        <FileDrop label={t('import.units')} how={t('import.unitsHow')} file={units} onFile={setUnits} />
      </div>
    </Form>
  )
}
