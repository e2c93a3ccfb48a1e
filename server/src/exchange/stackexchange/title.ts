import { apartFromFormulas } from '#platform/formulas.ts'

/** A title is one line of plain text, wherever it is shown: its formulas in TeX are written out in letters. */
export const plainTitle = (title: string): string =>
  apartFromFormulas(title)
    .map((part, place) => (place % 2 === 1 ? plainFormula(part.replaceAll('$', '').trim()) : part))
    .join('')

const signs: Record<string, string> = Object.fromEntries(
  `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ
  sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ
  Omega Ω aleph ℵ infty ∞ times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ to →
  rightarrow → Rightarrow ⇒ implies ⇒ iff ⇔ leftarrow ← mapsto ↦ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅
  forall ∀ exists ∃ neg ¬ land ∧ wedge ∧ lor ∨ vee ∨ sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ circ ∘ ldots … dots … cdots …
  angle ∠ perp ⊥ parallel ∥ degree ° prime ′ ell ℓ oplus ⊕ otimes ⊗`
    .trim()
    .split(/\s+/)
    .flatMap((word, place, all) => (place % 2 === 0 ? [[word, all[place + 1]!]] : [])),
)
const doubled: Record<string, string> = { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }
const raised = ['0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ'] as const
const lowered = ['0123456789+-=()aeox', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ'] as const

/** One formula in letters and signs; what has no sign of its own keeps its name. */
function plainFormula(tex: string): string {
  return braces(tex)
    .replaceAll(/\\([A-Za-z]+)/g, (_, name: string) => signs[name] ?? name)
    .replaceAll(/\\[,;:!]|~/g, ' ')
    .replaceAll(/\\(.)/g, '$1')
    .replaceAll(/\^(\([^()]*\)|.)/gu, (all, what: string) => small(what, raised) ?? all)
    .replaceAll(/_(\([^()]*\)|.)/gu, (all, what: string) => small(what, lowered) ?? all)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Commands with something in braces, the innermost first, until no brace is left. */
function braces(tex: string): string {
  const inner = String.raw`\{([^{}]*)\}`
  const once = tex
    .replaceAll(/\\(?:left|right|big|Big|displaystyle)(?![A-Za-z])\s*/g, '')
    .replaceAll(
      /\\(?:mathbb|Bbb)\s*(?:\{([A-Z])\}|([A-Z]))/g,
      (_, a?: string, b?: string) => doubled[a ?? b!] ?? a ?? b!,
    )
    .replaceAll(/\\[dt]?frac\s*(\w)\s*(\w)/g, '$1/$2')
    .replaceAll(new RegExp(String.raw`\\[dt]?frac\s*${inner}\s*${inner}`, 'g'), (_, above: string, below: string) => {
      return `${grouped(above)}/${grouped(below)}`
    })
    .replaceAll(new RegExp(String.raw`\\sqrt\s*${inner}`, 'g'), (_, of: string) => `√${grouped(of)}`)
    .replaceAll(
      new RegExp(String.raw`\\(?:text|mathrm|mathbf|mathit|mathcal|operatorname|vec|hat|bar|overline)\s*${inner}`, 'g'),
      '$1',
    )
    .replaceAll(new RegExp(String.raw`([\^_])${inner}`, 'g'), (_, sign: string, of: string) => sign + inParentheses(of))
  if (once !== tex) return braces(once)
  const without = tex.replaceAll(new RegExp(inner, 'g'), '$1')
  return without === tex ? tex : braces(without)
}

const grouped = (part: string) => (/^(\w|\d+|\\[a-z]+)$/.test(part.trim()) ? part.trim() : `(${part.trim()})`)
const inParentheses = (part: string) => (part.length === 1 ? part : `(${part})`)

/** Small letters of a raised or lowered part, where there is one for each. */
function small(what: string, [from, to]: readonly [string, string]): string | undefined {
  const letters = [...what.replace(/^\((.*)\)$/u, '$1')]
  const found = letters.map((letter) => [...to][[...from].indexOf(letter)])
  return found.includes(undefined) ? undefined : found.join('')
}
