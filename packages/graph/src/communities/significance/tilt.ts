/**
 * How much stronger the ties of a community are than those of the network. Under chance ranks are even between 0 and 1;
 * in a community their density is taken as ∝ e^(θ r), with θ from their mean:
 *
 *   mean rank = 1 / (1 - e^(-θ)) - 1 / θ
 *
 * 0 when the ties are not stronger than others. O(1).
 */
export function tiltOf(meanRank: number): number {
  if (!(meanRank > 0.5)) return 0
  let [low, high] = [0, MOST]
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (meanUnder(middle) < meanRank) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const MOST = 20

const meanUnder = (tilt: number) => (tilt < 1e-4 ? 0.5 + tilt / 12 : 1 / (1 - Math.exp(-tilt)) - 1 / tilt)

/** How much better the ranks of some ties fit that tilt than chance, in nats: θ Σ r - E ln((e^θ - 1) / θ). */
export const strengthEvidence = (tilt: number, ties: number, ranks: number) =>
  tilt < 1e-4 ? 0 : tilt * ranks - ties * Math.log(Math.expm1(tilt) / tilt)
