import { useState } from 'react'
import { DiffView, Markdown, MarkdownEditor, Section } from '#ui/index.ts'

const html = `<p>Call <strong>two days before</strong> the first visit. Ask three things, and write the answers where the whole
team reads them.</p><h2>What to ask</h2><ol><li>Who else is at home?</li><li>Which stairs, which doors?</li><li>What would
a good day look like?</li></ol><blockquote><p>She had prepared a list of her own.</p></blockquote><p>Write it down as
<code>first contact</code>; see <a href="/practices">other practices</a>.</p>
<table><thead><tr><th>Department</th><th>Calls</th><th>Answered</th></tr></thead><tbody><tr><td>A</td><td>41</td><td>38</td></tr>
<tr><td>C</td><td>27</td><td>22</td></tr></tbody></table>`

const before = 'Call the day before the first visit. Ask who else is at home. Write it into the calendar.'
const after =
  'Call two days before the first visit. Ask who else is at home, and which stairs there are. Write it into the record.'

const people = ['Anna Virtanen', 'Antti Mäkelä', 'Maria Lindqvist', 'Tom Becker'].map((name) => ({
  id: name,
  name,
  note: 'Physiotherapist',
  insert: `@[${name}](/people/${name.split(' ')[0]})`,
}))

export function TextParts() {
  const [text, setText] = useState('They come **two hours** late when ')
  return (
    <>
      <Section title="Rendered">
        <Markdown html={html} />
      </Section>
      <Section title="Written">
        <MarkdownEditor
          label="What happens, what you tried, where"
          description="Others answer best when they can picture the situation."
          value={text}
          onChange={setText}
          preview={(markdown) => Promise.resolve(`<p>${markdown.replaceAll('<', '&lt;')}</p>`)}
          upload={(file) => Promise.resolve({ name: file.name, address: '/files/example', mediaType: file.type })}
          mention={(typed) =>
            Promise.resolve(people.filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase())))
          }
          keep={() => Promise.resolve()}
        />
        <MarkdownEditor
          label="Why"
          value=""
          onChange={() => undefined}
          preview={(markdown) => Promise.resolve(markdown)}
          error="Say why in a sentence: the asker will read it."
          rows={3}
          required
        />
      </Section>
      <Section title="Changed">
        <DiffView before={before} after={after} />
      </Section>
    </>
  )
}
