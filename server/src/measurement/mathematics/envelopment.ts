import loader from 'highs'

// Its types are those of its CommonJS door; what is imported here is the function itself.
const loadHighs = loader as unknown as typeof loader.default

export interface Producer {
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
}

/**
 * Data envelopment analysis, turned to inputs: with which share of its inputs each could do what it does, if it did as
 * the best mixture of all does (constant returns to scale).
 *
 *   min θ   Σ λ_j x_j ≤ θ x_o,   Σ λ_j y_j ≥ y_o,   λ ≥ 0
 *
 * 1 where nobody does better; 0 of who has no output; undefined of who has no input. One linear program each, solved by
 * HiGHS. Charnes, Cooper & Rhodes (1978), EJOR 2, 429-444; of communities of practice: Lee, Hong & Suh (2016), IJTM 70(1).
 */
export async function efficiencies(producers: readonly Producer[]): Promise<(number | undefined)[]> {
  const highs = await loadHighs()
  const able = producers.filter(({ inputs }) => inputs.some((input) => input > 0))
  return producers.map((one) => {
    if (!able.includes(one)) return undefined
    if (one.outputs.every((output) => output === 0)) return 0
    const solved = highs.solve(programFor(one, able), { output_flag: false })
    if (solved.Status !== 'Optimal') throw new Error(`The efficiency was not solved: ${solved.Status}`)
    return Math.min(1, solved.ObjectiveValue)
  })
}

function programFor(one: Producer, all: readonly Producer[]): string {
  const row = (name: string, of: (each: Producer) => number, end: string) =>
    `${name}: ${all.map((each, at) => `${of(each)} l${at}`).join(' + ')} ${end}`
  return [
    'Minimize',
    'least: theta',
    'Subject To',
    ...one.inputs.map((input, at) => row(`i${at}`, ({ inputs }) => inputs[at]!, `- ${input} theta <= 0`)),
    ...one.outputs.map((output, at) => row(`o${at}`, ({ outputs }) => outputs[at]!, `>= ${output}`)),
    'End',
  ].join('\n')
}
