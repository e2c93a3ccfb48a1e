import type { render } from 'katex'
import { type RefObject, useEffect } from 'react'

/** Draws formulas, which come as TeX in code of the language math. Where one cannot be read, its TeX stays. */
export function useFormulas(text: RefObject<HTMLElement | null>, html: string) {
  useEffect(() => {
    const typed = text.current?.querySelectorAll<HTMLElement>('code[class^="language-math"]') ?? []
    if (typed.length === 0) return
    let left = false
    void import('katex').then(({ default: katex }) => {
      if (!left) typed.forEach((code) => draw(katex, code))
    })
    return () => {
      left = true
    }
  }, [text, html])
}

interface Katex {
  render: typeof render
}

function draw(katex: Katex, code: HTMLElement) {
  const tex = code.textContent
  const block = code.className === 'language-math-block' || code.parentElement?.tagName === 'PRE'
  const drawn = document.createElement('span')
  try {
    // MathML alone: browsers draw it themselves, without styles or fonts of ours.
    katex.render(tex, drawn, { output: 'mathml', displayMode: block, trust: false, maxExpand: 200, strict: 'ignore' })
  } catch {
    return
  }
  drawn.dataset['formula'] = block ? 'block' : 'inline'
  drawn.dataset['noWords'] = ''
  code.replaceWith(drawn)
}
