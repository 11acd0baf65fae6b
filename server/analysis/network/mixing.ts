import type { Graph } from '../graph';
import { categoryParameter, column, figure, leftOut, type Measure } from './measure';

/** Ties between two categories, or within one, against chance. */
export interface MixingCell {
  first: string;
  /** Equal to `first` for ties within a category; else after it in alphabetical order. */
  second: string;
  /** Ties that exist. */
  observed: number;
  /** Ties chance would give. */
  expected: number;
  /** `observed ÷ expected`; `null` when chance gives none. */
  ratio: number | null;
  /** Standard deviation of the number chance gives. */
  deviation: number;
  /** `(observed − expected) ÷ deviation`; `null` when chance always gives the same number. */
  z: number | null;
}

/** Who is tied with whom, by category. */
export interface Mixing {
  /** In alphabetical order. */
  categories: string[];
  /** One cell a pair of categories, in order of first then second. */
  cells: MixingCell[];
  /** Newman's coefficient: 1 when all ties are within, 0 as chance, negative when between; `null` if undefined. */
  assortativity: number | null;
  /** Ties counted. */
  tieCount: number;
  /** Ties of which an end has no known category: not counted, neither here nor in the chance. */
  unknownTies: number;
}

/**
 * Mixing matrix against the configuration model. Chance: every actor keeps as many ties as it has, and the ends of
 * ties are matched two by two, all matchings alike (an actor may then meet itself or another twice, which the
 * observed network leaves out: a difference of about one over the number of ties). With `K_r` the ends in category
 * r and N = ΣK: `E_rs = K_r K_s ÷ (N−1)`, `E_rr = K_r (K_r−1) ÷ 2(N−1)`, and exact second moments
 * `E[X_rs(X_rs−1)] = K_r(K_r−1) K_s(K_s−1) ÷ (N−1)(N−3)`, `E[X_rr(X_rr−1)] = K_r(K_r−1)(K_r−2)(K_r−3) ÷ 4(N−1)(N−3)`,
 * from which the variance, without drawing. Ties count once, whatever their weight.
 *
 * Reference: Newman (2003), Mixing patterns in networks, doi:10.1103/PhysRevE.67.026126; Molloy & Reed (1995),
 * doi:10.1002/rsa.3240060204.
 *
 * @param categories - by node; `null` when unknown
 */
export function mixing(graph: Graph, categories: readonly (string | null)[]): Mixing {
  const names = [...new Set(categories.filter((name) => name !== null))].sort();
  const size = names.length;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numberOf = categories.map((name) => (name === null ? -1 : numbers.get(name)!));
  const counts = new Float64Array(size * size);
  const ends = new Float64Array(size);
  let unknownTies = 0;
  let tieCount = 0;
  for (let node = 0; node < graph.nodeCount; node++)
    for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]!; k++) {
      if (graph.neighbours[k]! < node) continue;
      const a = numberOf[node] ?? -1;
      const b = numberOf[graph.neighbours[k]!] ?? -1;
      if (a < 0 || b < 0) unknownTies++;
      else {
        tieCount++;
        counts[Math.min(a, b) * size + Math.max(a, b)]!++;
        ends[a]!++;
        ends[b]!++;
      }
    }
  const cells: MixingCell[] = [];
  for (let r = 0; r < size; r++)
    for (let s = r; s < size; s++)
      cells.push({
        first: names[r]!,
        second: names[s]!,
        ...againstChance(counts[r * size + s]!, ends[r]!, ends[s]!, r === s, 2 * tieCount),
      });
  return {
    categories: names,
    cells,
    assortativity: assortativity(counts, ends, tieCount),
    tieCount,
    unknownTies,
  };
}

function againstChance(
  observed: number,
  endsOfFirst: number,
  endsOfSecond: number,
  within: boolean,
  allEnds: number,
): Omit<MixingCell, 'first' | 'second'> {
  const pairs = within ? (endsOfFirst * (endsOfFirst - 1)) / 2 : endsOfFirst * endsOfSecond;
  const expected = allEnds > 1 ? pairs / (allEnds - 1) : 0;
  const twoPairs = within
    ? (endsOfFirst * (endsOfFirst - 1) * (endsOfFirst - 2) * (endsOfFirst - 3)) / 4
    : endsOfFirst * (endsOfFirst - 1) * endsOfSecond * (endsOfSecond - 1);
  const secondMoment = allEnds > 3 ? twoPairs / ((allEnds - 1) * (allEnds - 3)) : 0;
  const variance = secondMoment + expected - expected * expected;
  const deviation = variance > 1e-9 * Math.max(1, expected * expected) ? Math.sqrt(variance) : 0;
  return {
    observed,
    expected,
    ratio: expected > 0 ? observed / expected : null,
    deviation,
    z: deviation > 0 ? (observed - expected) / deviation : null,
  };
}

function assortativity(counts: Float64Array, ends: Float64Array, tieCount: number): number | null {
  let within = 0;
  let byChance = 0;
  for (let r = 0; r < ends.length; r++) {
    within += counts[r * ends.length + r]! / tieCount;
    byChance += (ends[r]! / (2 * tieCount)) ** 2;
  }
  return tieCount === 0 || byChance > 1 - 1e-12 ? null : (within - byChance) / (1 - byChance);
}

/** Mixing matrix, as one chooses it in the interface. */
export const mixingMeasure: Measure = {
  id: 'mixing',
  label: { fr: 'Qui travaille avec qui', en: 'Who works with whom' },
  help: {
    fr: 'Liens entre catégories, comparés à ce que donnerait le hasard si chaque acteur gardait autant de liens.',
    en: 'Ties between categories, against what chance would give if every actor kept as many ties.',
  },
  parameters: [categoryParameter],
  formula: 'E_rs = K_r·K_s ÷ (N − 1); E_rr = K_r·(K_r − 1) ÷ 2(N − 1); z = (O − E) ÷ σ',
  references: [{ citation: 'Newman (2003), Mixing patterns in networks', doi: '10.1103/PhysRevE.67.026126' }],
  byActor: null,
  compute: ({ graph, categories }, { category }) => {
    const found = mixing(graph, categories[String(category)]!);
    return {
      figures: [
        figure('assortativity', 'Assortativité', 'Assortativity', found.assortativity),
        figure('tieCount', 'Liens comptés', 'Ties counted', found.tieCount),
      ],
      actors: [],
      tables: [
        {
          id: 'cells',
          label: mixingMeasure.label,
          columns: [
            column('first', 'Catégorie', 'Category', 'text'),
            column('second', 'Avec', 'With', 'text'),
            column('observed', 'Liens', 'Ties', 'number'),
            column('expected', 'Par hasard', 'By chance', 'number'),
            column('ratio', 'Rapport', 'Ratio', 'number'),
            column('deviation', 'Écart-type du hasard', 'Deviation of chance', 'number'),
            column('z', 'Écart en écarts-types', 'Deviations from chance', 'number'),
          ],
          rows: found.cells.map((c) => [
            c.first,
            c.second,
            c.observed,
            c.expected,
            c.ratio,
            c.deviation,
            c.z,
          ]),
        },
      ],
      leftOut: [
        leftOut('liens dont une catégorie est inconnue', 'ties with an unknown category', found.unknownTies),
      ],
    };
  },
};
