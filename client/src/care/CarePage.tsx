import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { query } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityFrame } from '#community/CommunityFrame.tsx'
import { useCommunity } from '#community/use-community.ts'
import { Mine } from '#measurement/Mine.tsx'
import { Go, PersonChip, Section } from '#ui/index.ts'
import styles from './care.module.css'
import { Due } from './Due.tsx'
import { type Care, Newcomers } from './Newcomers.tsx'

/** What those who carry a community have to see to: each line is an act, or leads to where it is done. */
export function CarePage({ params }: { params: { community: string } }) {
  const t = useWords('care')
  const community = useCommunity(params.community)
  const { data: care } = useSuspenseQuery(query('GET /communities/{community}/care', { params }))
  const slug = community.slug
  return (
    <CommunityFrame community={community}>
      <p className={styles.lead}>{t('lead')}</p>
      <Unanswered care={care} />
      <Newcomers care={care} />
      <Due care={care} slug={slug} />
      <Roles care={care} slug={slug} />
      <Section title={t('load.title')}>
        {care.load.map(({ id, name, sentence }) => (
          <p key={id} data-no-words>
            <strong>{name}.</strong> {sentence}
          </p>
        ))}
        {care.load.length === 0 && <p className={styles.soft}>{t('load.none')}</p>}
        <p className={styles.soft}>{t('load.how')}</p>
        <Mine mine={care.mine} slug={slug} />
        <p>
          <Go to={paths.communityIndicators(slug)}>{t('load.figures')}</Go>
        </p>
      </Section>
      <Topics care={care} slug={slug} />
    </CommunityFrame>
  )
}

function Unanswered({ care: { unanswered, community } }: { care: Care }) {
  const t = useWords('care')
  const when = useWhen()
  return (
    <Section title={t('unanswered.title')} count={unanswered.all}>
      {unanswered.all === 0 && <p className={styles.soft}>{t('unanswered.none')}</p>}
      <ul className={styles.lines}>
        {unanswered.items.map(({ id, title, since }) => (
          <li key={id}>
            <Go to={paths.inquiry(id)}>{title}</Go>
            <span className={styles.soft}>{t('unanswered.since', { ago: when.ago(since) })}</span>
          </li>
        ))}
      </ul>
      {unanswered.all > 0 && <p className={styles.soft}>{t('unanswered.how')}</p>}
      {unanswered.all > unanswered.items.length && (
        <p>
          <Go to={`${paths.inquiries({ community: community.id })}&view=unanswered`}>
            {t('unanswered.all', { all: unanswered.all })}
          </Go>
        </p>
      )}
    </Section>
  )
}

function Roles({ care: { roles }, slug }: { care: Care; slug: string }) {
  const t = useWords('care')
  const role = useWords('community')
  const when = useWhen()
  return (
    <Section title={t('roles.title')}>
      <p>{t('roles.facilitators', { count: roles.facilitators })}</p>
      <ul className={styles.lines}>
        {roles.leaving.map((person) => (
          <li key={person.id}>
            <PersonChip name={person.name} photo={person.photo} gone={person.gone} to={paths.person(person.id)} />
            <span>
              {t(person.gone ? 'roles.gone' : 'roles.leaving', {
                roles: when.list(person.roles.map((each) => role(`role.${each}`))),
                on: when.day(person.on),
              })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Go to={paths.members(slug)}>{t('roles.act')}</Go> · <Go to={paths.sheets(slug)}>{t('roles.succession')}</Go>
      </p>
    </Section>
  )
}

function Topics({ care: { topics, community }, slug }: { care: Care; slug: string }) {
  const t = useWords('care')
  const lines = (of: Care['topics']['alive'], none: string, act: (name: string, id: string) => ReactNode) =>
    of.length === 0 ? (
      <p className={styles.soft}>{none}</p>
    ) : (
      <ul className={styles.words}>
        {of.map(({ id, name, inquiries }) => (
          <li key={id}>
            {act(name, id)} <span className={styles.soft}>{t('topics.inquiries', { count: inquiries })}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <Section title={t('topics.title')}>
      <p className={styles.soft}>{t('topics.alive')}</p>
      {lines(topics.alive, t('topics.noneAlive'), (name, id) => (
        <Go to={paths.inquiries({ community: community.id, topic: id })} data-no-words>
          {name}
        </Go>
      ))}
      <p className={styles.soft}>{t('topics.fading')}</p>
      {lines(topics.fading, t('topics.noneFading'), (name) => (
        <>
          <span data-no-words>{name}</span>{' '}
          <Go to={paths.ask({ community: slug })}>
            {t('topics.ask')}
            <span className="unseen" data-no-words>
              : {name}
            </span>
          </Go>
        </>
      ))}
      <p className={styles.soft}>{t('topics.act')}</p>
    </Section>
  )
}
