import { inquiryBriefJson, plain, readableBy } from '#inquiry/index.ts'
import { type RawBuilder, sql } from 'kysely'
import { worth } from './find.ts'

const compared = 50
const most = 5

// Found by their words first, and then narrowed: an index of all inquiries takes longer to read than those few.
const candidates = (where: RawBuilder<unknown>) => sql`
  select id, topic_ids, pairs, ${worth} as worth, at
  from (select * from search_entry where ${where} offset 0) search_entry
  where kind = 'inquiry' and id <> own.id
  order by worth desc, at desc limit ${sql.lit(compared)}`

// Words that share so many pairs: n words have n (n - 1) / 2.
const sharedWords = sql`(1 + sqrt(1 + 8 * (select count(*) from unnest(found.pairs) pair where pair = any(own.pairs)))) / 2`

/**
 * Inquiries that share two words of their title with one, or the word where it has only one: the more words and the
 * worthier the better, a topic in common counting as half a word. Narrow lines, of those whose words somebody may read.
 */
export const likeOne = (me: RawBuilder<string>, id: RawBuilder<string>) => sql`array(
    select ${inquiryBriefJson} from (
      select found.id,
             (${sharedWords} + case when found.topic_ids && own.topic_ids then 0.5 else 0 end) * (1 + found.worth / 2) as score
      from (
        select id, pairs, topic_ids, (
          select string_agg(quote_literal(word), ' | ')::tsquery from unnest(tsvector_to_array(title_words)) word) as words
        from search_entry where kind = 'inquiry' and id = ${id}) own
      cross join lateral (
        (${candidates(sql`kind in ('inquiry', 'practice') and pairs && own.pairs`)})
        union all
        (${candidates(sql`own.pairs = '{}' and title_words @@ own.words`)})) found
      order by score desc, id desc
    ) scored join inquiry on inquiry.id = scored.id
    where ${plain} and ${readableBy(me, sql`inquiry.id`)}
    order by scored.score desc, scored.id desc limit ${sql.lit(most)})`
