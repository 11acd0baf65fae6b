import type { Graph } from '../graph';
import { phases, type PhaseLevels } from './actorNetwork';
import { arcPlace } from './actorProjection';

/** What latent ties are read from; every list in the order of the nodes. */
export interface LatentTieInput {
  graph: Graph;
  actorIds: readonly string[];
  phaseLevels: readonly (PhaseLevels | null)[];
  themes: readonly (readonly string[])[];
}

/**
 * How much two actors complete each other across the phases: `2 √(g_a g_b) ÷ 3`, where `g_a = Σ max(0, b − a)` is what b
 * brings to a by level in each phase, and `g_b` the converse. In `0..1`; 0 when one has nothing that the other lacks.
 */
export function complementarity(a: PhaseLevels, b: PhaseLevels): number {
  let toA = 0;
  let toB = 0;
  for (let phase = 0; phase < phases.length; phase++) {
    const gain = b[phase]! - a[phase]!;
    if (gain > 0) toA += gain;
    else toB -= gain;
  }
  return (2 * Math.sqrt(toA * toB)) / phases.length;
}

/** A pair without a tie and its score. */
export interface RankedPair {
  a: number;
  b: number;
  score: number;
  complementarity: number;
  themeScore: number;
}

/** Actors grouped, for one theme, by what they bring in each phase: all complete a given actor alike. */
type Posting = Map<string, { levels: PhaseLevels; nodes: number[] }>;

/** What the search for pairs keeps from one actor to the next. */
interface Ranking {
  input: LatentTieInput;
  /** Themes of each node as numbers, in order. */
  themes: readonly (readonly number[])[];
  /** By theme, the square of its inverse document frequency. */
  weights: Float64Array;
  norms: Float64Array;
  /** Place of each node in the order of identifiers. */
  rank: Uint32Array;
  /** By theme. */
  postings: Posting[];
  best: BestPairs;
  /** By node, the last one in whose search it was met, plus one. */
  metBy: Uint32Array;
}

/** Keeps rounding from taking a bound under what it bounds. */
const SLACK = 1 + 1e-9;

/** The pairs without a tie of highest score; of equal ones, the first in the order of identifiers. */
export function rankPairs(input: LatentTieInput, most: number): RankedPair[] {
  const { actorIds, phaseLevels, graph } = input;
  const sorted = input.themes.map((held) => [...held].sort());
  const idf = inverseDocumentFrequencies(sorted);
  const norms = themeNorms(sorted, idf);
  const numbers = new Map([...idf.keys()].sort().map((theme, number) => [theme, number]));
  const order = actorIds.map((_, node) => node).sort((x, y) => (actorIds[x]! < actorIds[y]! ? -1 : 1));
  const rank = new Uint32Array(order.length);
  order.forEach((node, place) => (rank[node] = place));
  const ranking: Ranking = {
    input,
    themes: sorted.map((held) => held.map((theme) => numbers.get(theme)!)),
    weights: Float64Array.from(numbers.keys(), (theme) => idf.get(theme)! ** 2),
    norms,
    rank,
    postings: Array.from(numbers, () => new Map()),
    best: new BestPairs(most),
    metBy: new Uint32Array(graph.nodeCount),
  };
  for (const node of order) {
    if (!phaseLevels[node] || norms[node] === 0) continue;
    scorePairs(ranking, node, meetByThemes(ranking, node));
    addToPostings(ranking, node, phaseLevels[node]);
  }
  return ranking.best.sorted();
}

/**
 * Earlier actors that share a theme with the node and could still enter the list, in order of identifiers. Themes are gone through
 * from the heaviest: who shares none of those before has at most the rest in common, of weight r, hence a cosine of at most √r over
 * the length of the node's vector.
 */
function meetByThemes(ranking: Ranking, node: number): number[] {
  const { input, weights, norms, postings, best, metBy, rank } = ranking;
  const levels = input.phaseLevels[node]!;
  const fromLightest = [...ranking.themes[node]!].sort((x, y) => weights[x]! - weights[y]!);
  const most = themeBounds(fromLightest, weights, norms[node]!);
  const met: number[] = [];
  for (let place = fromLightest.length - 1; place >= 0; place--) {
    if (Math.sqrt(most[place]!) <= best.least) break;
    for (const { levels: theirs, nodes } of postings[fromLightest[place]!]!.values()) {
      if (Math.sqrt(complementarity(levels, theirs) * most[place]!) <= best.least) continue;
      for (const other of nodes) {
        if (metBy[other] === node + 1) continue;
        metBy[other] = node + 1;
        met.push(other);
      }
    }
  }
  return met.sort((x, y) => rank[x]! - rank[y]!);
}

/** By place, the highest nearness of themes to who shares that theme and lighter ones only. */
function themeBounds(fromLightest: readonly number[], weights: Float64Array, norm: number): number[] {
  let rest = 0;
  return fromLightest.map((theme, place) => {
    rest += weights[theme]!;
    return ((SLACK * Math.sqrt(rest)) / norm) * ((place + 1) / (place + 2));
  });
}

function scorePairs(ranking: Ranking, node: number, met: readonly number[]): void {
  const { input, themes, norms, best } = ranking;
  for (const other of met) {
    const { dot, count } = sharedWeight(themes[node]!, themes[other]!, ranking.weights);
    const cosine = Math.min(1, dot / (norms[node]! * norms[other]!));
    const themeScore = (cosine * count) / (count + 1);
    const part = complementarity(input.phaseLevels[other]!, input.phaseLevels[node]!);
    const score = Math.sqrt(part * themeScore);
    if (score > best.least && arcPlace(input.graph, node, other) < 0)
      best.add({ a: other, b: node, score, complementarity: part, themeScore });
  }
}

/** What two sorted lists of themes share: the sum of weights, and how many. */
function sharedWeight(
  first: readonly number[],
  second: readonly number[],
  weights: Float64Array,
): { dot: number; count: number } {
  let dot = 0;
  let count = 0;
  for (let i = 0, j = 0; i < first.length && j < second.length;) {
    const [a, b] = [first[i]!, second[j]!];
    if (a === b) {
      dot += weights[a]!;
      count++;
    }
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return { dot, count };
}

function addToPostings({ themes, postings }: Ranking, node: number, levels: PhaseLevels): void {
  const key = levels.join();
  for (const theme of themes[node]!) {
    const group = postings[theme]!.get(key);
    if (group) group.nodes.push(node);
    else postings[theme]!.set(key, { levels, nodes: [node] });
  }
}

/** The best pairs met so far; of equal ones, the first met. */
class BestPairs {
  private pairs: RankedPair[] = [];
  /** A pair must score more than this to enter: 0 until the list is full. */
  least = 0;

  constructor(private readonly most: number) {}

  add(pair: RankedPair): void {
    this.pairs.push(pair);
    if (this.pairs.length < 2 * this.most) return;
    this.pairs = this.sorted();
    this.least = this.pairs.at(-1)!.score;
  }

  /** The best, the highest score first; sorting is stable, so equal ones stay in the order in which they were met. */
  sorted(): RankedPair[] {
    return this.pairs.sort((x, y) => y.score - x.score).slice(0, this.most);
  }
}

/** `ln(n ÷ n_t)` of each theme, with n the actors that have a theme. */
export function inverseDocumentFrequencies(themes: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  let actors = 0;
  for (const held of themes) {
    if (held.length > 0) actors++;
    for (const theme of held) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  return new Map([...counts].map(([theme, count]) => [theme, Math.log(actors / count)]));
}

/** Length of each actor's theme vector; 0 when it has no theme but those that everyone has. */
export function themeNorms(
  themes: readonly (readonly string[])[],
  idf: ReadonlyMap<string, number>,
): Float64Array {
  return Float64Array.from(themes, (held) =>
    Math.sqrt(held.reduce((sum, theme) => sum + idf.get(theme)! ** 2, 0)),
  );
}
