import { projectTies, type ProjectionOptions } from './actorProjection';
import { column, figure, leftOut, type Measure } from './measure';
import { tieKinds, type TieColumns } from './tieColumns';
import type { Graph } from '../graph';

/** A pair of tied nodes, `a < b`. */
export interface TiedPair {
  a: number;
  b: number;
}

/** What became of the network between two dates. */
export interface NetworkChange {
  /** Pairs tied at the second date only. */
  appeared: TiedPair[];
  /** Pairs tied at the first date only. */
  ended: TiedPair[];
  /** Pairs tied at both. */
  kept: TiedPair[];
  /** Nodes with a tie at the second date only. */
  joined: number[];
  /** Nodes with a tie at the first date only. */
  left: number[];
  /** `kept ÷ (kept + appeared + ended)`: Jaccard index; `null` when there is no tie at either date. */
  persistence: number | null;
  /** Ties that cannot be placed at one of the dates or both: they prove neither a beginning nor an end, and are left out. */
  undatedTies: number;
}

/**
 * The change of the network between two dates, by pairs of actors. A pair that several ties bind goes on as long as one
 * does. Reference for the index: Snijders, van de Bunt & Steglich (2010), doi:10.1016/j.socnet.2009.02.004.
 *
 * @param before - `2015`, `2015-06` or `2015-06-30`; a year stands for its first day
 * @throws RangeError when a date cannot be read
 */
export function networkChange(
  columns: TieColumns,
  actorCount: number,
  before: string | number,
  after: string | number,
  options: Omit<ProjectionOptions, 'date' | 'undated'> = {},
): NetworkChange {
  const first = projectTies(columns, actorCount, { ...options, date: before, undated: 'leaveOut' });
  const second = projectTies(columns, actorCount, { ...options, date: after, undated: 'leaveOut' });
  const change: Pick<NetworkChange, 'appeared' | 'ended' | 'kept'> = { appeared: [], ended: [], kept: [] };
  const joined: number[] = [];
  const left: number[] = [];
  for (let node = 0; node < actorCount; node++) {
    compareRows(node, first.graph, second.graph, change);
    const tiedBefore = first.graph.offsets[node] !== first.graph.offsets[node + 1];
    const tiedAfter = second.graph.offsets[node] !== second.graph.offsets[node + 1];
    if (tiedAfter && !tiedBefore) joined.push(node);
    if (tiedBefore && !tiedAfter) left.push(node);
  }
  const all = change.kept.length + change.appeared.length + change.ended.length;
  return {
    ...change,
    joined,
    left,
    persistence: all === 0 ? null : change.kept.length / all,
    undatedTies: Math.max(first.counts.undated, second.counts.undated),
  };
}

/** Walks two sorted rows at once, each pair from its smaller end. */
function compareRows(
  node: number,
  first: Graph,
  second: Graph,
  change: Pick<NetworkChange, 'appeared' | 'ended' | 'kept'>,
): void {
  let i = first.offsets[node]!;
  let j = second.offsets[node]!;
  const [endOfFirst, endOfSecond] = [first.offsets[node + 1]!, second.offsets[node + 1]!];
  while (i < endOfFirst || j < endOfSecond) {
    const old = i < endOfFirst ? first.neighbours[i]! : Infinity;
    const recent = j < endOfSecond ? second.neighbours[j]! : Infinity;
    const neighbour = Math.min(old, recent);
    if (old === neighbour) i++;
    if (recent === neighbour) j++;
    if (neighbour < node) continue;
    const list = old === recent ? change.kept : old === neighbour ? change.ended : change.appeared;
    list.push({ a: node, b: neighbour });
  }
}

/** Change between two dates, as one chooses it in the interface. */
export const networkChangeMeasure: Measure = {
  id: 'networkChange',
  label: { fr: 'Évolution entre deux dates', en: 'Change between two dates' },
  help: {
    fr: 'Les liens apparus, finis et maintenus, les acteurs arrivés et partis, entre deux dates.',
    en: 'The ties that appeared, ended and went on, the actors that came and left, between two dates.',
  },
  parameters: [
    { id: 'before', label: { fr: 'De', en: 'From' }, kind: 'date' },
    { id: 'after', label: { fr: 'À', en: 'To' }, kind: 'date' },
    {
      id: 'kind',
      label: { fr: 'Liens', en: 'Ties' },
      kind: 'choice',
      default: 'ALL',
      choices: [
        { id: 'ALL', label: { fr: 'Tous', en: 'All' } },
        { id: 'PARTNERSHIP', label: { fr: 'Partenariats', en: 'Partnerships' } },
        { id: 'CONTRIBUTION', label: { fr: 'Productions communes', en: 'Shared productions' } },
        { id: 'HOSTING', label: { fr: 'Accueils', en: 'Hosting' } },
        { id: 'SUPERVISION', label: { fr: 'Tutelles', en: 'Supervision' } },
      ],
    },
  ],
  formula: 'persistence = kept ÷ (kept + appeared + ended)',
  references: [
    {
      citation: 'Snijders, van de Bunt & Steglich (2010), Introduction to stochastic actor-based models',
      doi: '10.1016/j.socnet.2009.02.004',
    },
  ],
  byActor: null,
  compute: ({ ties, actorIds }, { before, after, kind }) => {
    if (!ties) throw new RangeError('the network was given without its dated ties');
    const kinds = tieKinds.filter((one) => kind === 'ALL' || one === kind);
    const change = networkChange(ties, actorIds.length, before!, after!, { kinds });
    const pairs = (list: readonly TiedPair[], state: string) =>
      list.map(({ a, b }) => [state, actorIds[a]!, actorIds[b]!]);
    return {
      figures: [
        figure('appeared', 'Liens apparus', 'Ties that appeared', change.appeared.length),
        figure('ended', 'Liens finis', 'Ties that ended', change.ended.length),
        figure('kept', 'Liens maintenus', 'Ties that went on', change.kept.length),
        figure('joined', 'Acteurs arrivés', 'Actors that came', change.joined.length),
        figure('left', 'Acteurs partis', 'Actors that left', change.left.length),
        figure('persistence', 'Part maintenue', 'Share that went on', change.persistence),
      ],
      actors: [],
      tables: [
        {
          id: 'pairs',
          label: { fr: 'Liens qui ont changé', en: 'Ties that changed' },
          columns: [
            column('state', 'État', 'State', 'text'),
            column('a', 'Acteur', 'Actor', 'actor'),
            column('b', 'Avec', 'With', 'actor'),
          ],
          rows: [...pairs(change.appeared, 'APPEARED'), ...pairs(change.ended, 'ENDED')],
        },
      ],
      leftOut: [leftOut('liens sans date de début connue', 'ties without a known start', change.undatedTies)],
    };
  },
};
