import { Button } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, Page, Refusal, Section, toast, UnitTag } from '#ui/index.ts'
import { CardFigures } from './CardFigures.tsx'
import styles from './found.module.css'
import { LikenessMark } from './FoundLines.tsx'
import { Trend } from './Trend.tsx'
import { useNameOf, useWindowOf } from './use-found.ts'

/** A community found: its evidence and its uncertainty, and what to do next. Nobody is named. */
export function CardPage({ params }: { params: { found: string } }) {
  const t = useWords('found')
  const when = useWhen()
  const nameOf = useNameOf()
  const windowOf = useWindowOf()
  const { data: found } = useSuspenseQuery(query('GET /found/{found}', { params }))
  const { evidence, own, change, run, figuresSince } = found
  return (
    <Page
      title={nameOf(found)}
      above={<LikenessMark known={found.known} />}
      lead={
        found.people === null
          ? t('sizeHidden')
          : t('card.lead', { people: found.people, units: found.units ?? 0, window: windowOf(run.settings) })
      }
      side={<Next found={found} />}
    >
      {own && (
        <div className={styles.own}>
          <p>
            <strong>{t(`own.${own.part}`)}</strong>
          </p>
          <p>{t('own.card')}</p>
        </div>
      )}
      {figuresSince && <p className={styles.soft}>{t('card.figuresSince', { day: when.day(figuresSince) })}</p>}
      <Section title={t('card.evidence')}>
        <CardFigures found={found} />
      </Section>
      <Section title={t('card.words')}>
        {evidence.words.length === 0 && <p>{t('card.noWords')}</p>}
        <ul className={styles.words}>
          {evidence.words.map(({ word, from }) => (
            <li key={`${from} ${word}`}>
              {word} <span className={styles.soft}>{t(`card.from.${from}`)}</span>
            </li>
          ))}
        </ul>
        <p className={styles.soft}>{t('card.wordsHow')}</p>
      </Section>
      {found.unitNames.length > 0 && (
        <Section title={t('card.units')}>
          <p className={styles.words}>
            {found.unitNames.map(({ id, name }) => (
              <UnitTag key={id} name={name} to={paths.unit(id)} />
            ))}
          </p>
          <p className={styles.soft}>{t('card.unitsHow')}</p>
        </Section>
      )}
      {evidence.trend.length > 0 && (
        <Section title={t('card.trend')}>
          <Trend trend={evidence.trend} />
        </Section>
      )}
      {change && <p className={styles.soft}>{t(`change.${change}`)}</p>}
    </Page>
  )
}

type Found = Parameters<typeof CardFigures>[0]['found']

/** What to do with it: ask its people, look at what there is already, or wait. */
function Next({ found }: { found: Found }) {
  const t = useWords('found')
  const client = useQueryClient()
  const asking = useMutation({
    mutationFn: () => api('POST /recognitions', { body: { found: found.id } }),
    onSuccess: async () => {
      await refresh(client, 'GET /found/{found}', 'GET /found', 'GET /recognitions')
      toast(t('next.asked'))
    },
  })
  const { recognition } = found
  return (
    <Section small title={t('next.title')}>
      <p>{t(found.known ? `next.${found.known.likeness}` : 'next.new')}</p>
      {recognition && (
        <p>
          {recognition.id ? (
            <Go to={paths.recognition(recognition.id)}>{t(`recognition.${recognition.state}`)}</Go>
          ) : (
            t(`recognition.${recognition.state}`)
          )}
        </p>
      )}
      {found.may.recognise && (
        <>
          <p className={styles.soft}>{t('next.how')}</p>
          <Button onClick={() => asking.mutate()} loading={asking.isPending}>
            {t('next.ask')}
          </Button>
        </>
      )}
      {found.whyNot && !recognition && <p className={styles.soft}>{found.whyNot}</p>}
      <Refusal error={asking.error} />
    </Section>
  )
}
