import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { Chosen } from '@mortar/traces'
import { useRef, useState } from 'react'
import { type Answer, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { Progress } from '#ui/index.ts'
import styles from '../../network.module.css'
import { chosenFrom } from './chosen.ts'
import { Kinds } from './Kinds.tsx'
import { Projects } from './Projects.tsx'
import { Tables } from './Tables.tsx'
import { useBringing } from './use-bringing.ts'

const canChooseFolders = 'webkitdirectory' in HTMLInputElement.prototype

/** Where files are chosen: what they hold is seen from them, and only who, with whom and when leaves this computer. */
export function Bring({ source }: { source: Answer<'GET /sources/{source}'> }) {
  const t = useWords('network')
  const client = useQueryClient()
  const { step, refused, tables, forget, bring, stop } = useBringing(source, () =>
    refresh(client, 'GET /sources/{source}/imports'),
  )
  const histories = source.kind === 'artefacts'
  const folders = canChooseFolders && !histories
  const [naming, setNaming] = useState<Chosen[]>()
  return (
    <>
      <p className={styles.said}>{t('bring.what')}</p>
      <Kinds kind={source.kind} />
      {step ? (
        <div className={styles.step}>
          <Progress
            label={t(`bring.${step.act}`, { name: step.name })}
            value={Math.ceil(step.done / 1000)}
            of={Math.ceil(step.size / 1000)}
          />
          <Button variant="subtle" onClick={stop}>
            {t('imports.stop')}
          </Button>
        </div>
      ) : tables.length > 0 ? (
        <Tables tables={tables} onSaid={(chosen) => void bring(chosen)} onCancel={forget} />
      ) : naming ? (
        <Projects
          chosen={naming}
          onCancel={() => setNaming(undefined)}
          onNamed={(named) => {
            setNaming(undefined)
            void bring(named)
          }}
        />
      ) : (
        <div className={styles.acts}>
          <Choosing label={t('bring.files')} onChosen={histories ? setNaming : bring} />
          {folders && <Choosing label={t('bring.folder')} folder onChosen={bring} />}
        </div>
      )}
      <div role="alert">
        {refused.length > 0 && (
          <ul className={styles.report}>
            {refused.map(({ name, refused: why }) => (
              <li key={name}>{t(`bring.refused.${why}`, { name })}</li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

interface ChoosingProps {
  label: string
  folder?: boolean
  onChosen: (chosen: Chosen[]) => Promise<void> | void
}

/** A button over the browser's own; the field itself is what keyboards and readers meet. */
function Choosing({ label, folder = false, onChosen }: ChoosingProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={styles.choosing}>
      <input
        ref={input}
        type="file"
        multiple
        {...(folder && { webkitdirectory: '' })}
        aria-label={label}
        className="unseen"
        onChange={({ currentTarget }) => {
          const chosen = chosenFrom([...(currentTarget.files ?? [])], folder)
          currentTarget.value = ''
          if (chosen.length > 0) void onChosen(chosen)
        }}
      />
      <Button
        variant={folder ? 'default' : 'filled'}
        w="fit-content"
        aria-hidden="true"
        tabIndex={-1}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </span>
  )
}
