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
  idf: ReadonlyMap<string, number>;
  norms: Float64Array;
  /** Place of each node in the order of identifiers. */
  rank: Uint32Array;
  postings: Map<string, Posting>;
  best: BestPairs;
  /** By node, what it shares with the actor looked at: products of weights, and how many themes. */
  dots: Float64Array;
  shared: Uint16Array;
}

/** The pairs without a tie of highest score; of equal ones, the first in the order of identifiers. */
export function rankPairs(given: LatentTieInput, most: number): RankedPair[] {
  const input = { ...given, themes: given.themes.map((held) => [...held].sort()) };
  const { actorIds, phaseLevels, themes, graph } = input;
  const idf = inverseDocumentFrequencies(themes);
  const norms = themeNorms(themes, idf);
  const order = actorIds.map((_, node) => node).sort((x, y) => (actorIds[x]! < actorIds[y]! ? -1 : 1));
  const rank = new Uint32Array(order.length);
  order.forEach((node, place) => (rank[node] = place));
  const ranking: Ranking = {
    input,
    idf,
    norms,
    rank,
    postings: new Map(),
    best: new BestPairs(most),
    dots: new Float64Array(graph.nodeCount),
    shared: new Uint16Array(graph.nodeCount),
  };
  for (const node of order) {
    if (!phaseLevels[node] || norms[node] === 0) continue;
    scorePairs(ranking, node, meetByThemes(ranking, node));
    addToPostings(ranking.postings, node, themes[node]!, phaseLevels[node]!);
  }
  return ranking.best.sorted();
}

/** Earlier actors that share a theme with the node and could still enter the list, in order of identifiers. */
function meetByThemes({ input, idf, postings, best, dots, shared, rank }: Ranking, node: number): number[] {
  const levels = input.phaseLevels[node]!;
  const themes = input.themes[node]!;
  const highestTheme = themes.length / (themes.length + 1);
  const met: number[] = [];
  for (const theme of themes) {
    const weight = idf.get(theme)! ** 2;
    for (const { levels: theirs, nodes } of postings.get(theme)?.values() ?? []) {
      if (Math.sqrt(complementarity(levels, theirs) * highestTheme) <= best.least) continue;
      for (const other of nodes) {
        if (shared[other]! === 0) met.push(other);
        shared[other]!++;
        dots[other]! += weight;
      }
    }
  }
  return met.sort((x, y) => rank[x]! - rank[y]!);
}

function scorePairs(
  { input, norms, best, dots, shared }: Ranking,
  node: number,
  met: readonly number[],
): void {
  for (const other of met) {
    const count = shared[other]!;
    const cosine = Math.min(1, dots[other]! / (norms[node]! * norms[other]!));
    const themeScore = (cosine * count) / (count + 1);
    const part = complementarity(input.phaseLevels[other]!, input.phaseLevels[node]!);
    const score = Math.sqrt(part * themeScore);
    if (score > best.least && arcPlace(input.graph, node, other) < 0)
      best.add({ a: other, b: node, score, complementarity: part, themeScore });
    shared[other] = 0;
    dots[other] = 0;
  }
}

function addToPostings(
  postings: Map<string, Posting>,
  node: number,
  themes: readonly string[],
  levels: PhaseLevels,
): void {
  const key = levels.join();
  for (const theme of themes) {
    let posting = postings.get(theme);
    if (!posting) postings.set(theme, (posting = new Map()));
    const group = posting.get(key);
    if (group) group.nodes.push(node);
    else posting.set(key, { levels, nodes: [node] });
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
