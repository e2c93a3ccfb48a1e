import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useWords } from '#app/words.ts'
import { kinds, newStep, type Kind, type Places, type Step } from './intervention.ts'
import styles from './organization.module.css'
import { StepFields } from './StepFields.tsx'

interface StepsProps {
  steps: readonly Step[]
  places: Places
  wrong: (step: number, field: string) => string | undefined
  onChange: (steps: readonly Step[]) => void
}

/** What is done to the organization, one after the other, each explained. */
export function Steps({ steps, places, wrong, onChange }: StepsProps) {
  const t = useWords('lab')
  const word = (kind: Kind, part: 'name' | 'means') =>
    String(t(`model.your-organization.interventions.${kind}.${part}` as 'home.title'))
  const possible = kinds.filter((kind) => kind !== 'closeCommunity' || places.communities.length > 0)
  return (
    <>
      {steps.length === 0 && <p className={styles.soft}>{t('whatIf.nothingYet')}</p>}
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.id} className={styles.step}>
            <div className={styles.stepHead}>
              <h3>{word(step.kind, 'name')}</h3>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('whatIf.takeOut', { step: word(step.kind, 'name') })}
                onClick={() => onChange(steps.filter((each) => each !== step))}
              >
                <IconX size={20} aria-hidden="true" />
              </ActionIcon>
            </div>
            <p className={styles.soft}>{word(step.kind, 'means')}</p>
            <StepFields
              step={step}
              places={places}
              wrong={(field) => wrong(at, field)}
              onChange={(field, value) =>
                onChange(
                  steps.map((each) => (each === step ? { ...each, values: { ...each.values, [field]: value } } : each)),
                )
              }
            />
          </li>
        ))}
      </ol>
      <div>
        <Menu position="bottom-start" width={360}>
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden="true" />}
              disabled={steps.length >= 20}
            >
              {t('whatIf.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {possible.map((kind) => (
              <Menu.Item key={kind} onClick={() => onChange([...steps, newStep(kind)])}>
                <span className={styles.kind}>
                  {word(kind, 'name')}
                  <small>{word(kind, 'means')}</small>
                </span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </>
  )
}
