/** One term of an entropy, -p log2 p; 0 for p = 0 (and for what rounding leaves below it). */
export const entropyTerm = (share: number) => (share > 0 ? -share * Math.log2(share) : 0)
