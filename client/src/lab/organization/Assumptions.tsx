import { useWords } from '#app/words.ts'
import { useModelWords } from '../words.ts'
import type { Places } from './intervention.ts'
import styles from './organization.module.css'

/** Everything that the model takes for granted, with the settings where one may disagree, and who is never told of. */
export function Assumptions({ places }: { places: Pick<Places, 'assumptions'> }) {
  const t = useWords('lab')
  const words = useModelWords()
  const say = (key: string) => String(t(`model.your-organization.assumes.${key}` as 'home.title'))
  return (
    <ul className={styles.assumes}>
      {places.assumptions.map(({ key, settings }) => (
        <li key={key}>
          {say(key.split('.').at(-1)!)}
          {settings.length > 0 && (
            <small>
              {t('whatIf.settings', {
                settings: settings.map((name) => words.setting('your-organization', name)).join(', '),
              })}
            </small>
          )}
        </li>
      ))}
      <li>{t('whatIf.drawn')}</li>
      <li>{t('whatIf.private')}</li>
    </ul>
  )
}
