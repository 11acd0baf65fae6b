import { tieKinds, type TieKind } from '../network/tieColumns';
import { dateNumber } from '../network/tieDates';
import { besideEdges, besideNodes, nothingBeside, type BesideRows } from './besideRows';
import type { ExploreRows } from './exploreRows';
import { phases, type Phase } from './phase';
import { regionTies, type RegionTie } from './regionTies';

/** What a node of the canvas stands for. */
export const nodeKinds = [
  'ACTOR',
  'PRODUCTION',
  'COMPETENCE',
  'THEME',
  'TERRITORY',
  'NEED',
  'SOURCE',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** How two nodes of the canvas are related. */
export const relations = [
  'TIE',
  'CONTRIBUTION',
  'HOSTING',
  'COMPETENCE',
  'THEME',
  'REQUIREMENT',
  'PLACE',
  'WITHIN',
  'SHOWN_IN',
  'BROADER',
  'NEED',
  'SEEKING',
  'SOURCE',
] as const;
export type Relation = (typeof relations)[number];

/** A thing one can put on the canvas. */
export interface ExploreNode {
  /** Letter of the kind, `~`, identifier: unique over all kinds. */
  key: string;
  kind: NodeKind;
  id: string;
  labelFr: string;
  labelEn: string;
  acronym: string | null;
  /** Family of an actor, type of a production, level of a territory, group of a need. */
  sort: string | null;
  /** Phases an actor has a competence in, or the phase of a competence, in order. */
  phases: readonly Phase[];
  latitude: number | null;
  longitude: number | null;
  /** Id of the commune where an actor stands. */
  commune: string | null;
}

/** A relation between two nodes; several statements of the same are one edge. */
export interface ExploreEdge {
  relation: Relation;
  source: number;
  target: number;
  /** How many things prove it. */
  weight: number;
  /** Roles of a contribution, level of a competence. */
  detail: string | null;
  /** What proves a tie between actors; empty for other relations. */
  ties: readonly RegionTie[];
}

/** Everything one can walk through, in memory. */
export interface ExploreGraph {
  nodes: readonly ExploreNode[];
  edges: readonly ExploreEdge[];
  /** Index of a node by its key. */
  places: ReadonlyMap<string, number>;
  /** Indices of the edges at each node. */
  edgesAt: readonly (readonly number[])[];
  /** Every tie, as the network of actors needs them. */
  ties: readonly RegionTie[];
}

const letters: Readonly<Record<NodeKind, string>> = {
  ACTOR: 'a',
  PRODUCTION: 'p',
  COMPETENCE: 'c',
  THEME: 't',
  TERRITORY: 'l',
  NEED: 'n',
  SOURCE: 's',
};

/** The key of a node: `a~ineris`. */
export function nodeKey(kind: NodeKind, id: string): string {
  return `${letters[kind]}~${id}`;
}

/** Kinds of the ties of an edge, in the order of `tieKinds`. */
export function kindsOf(ties: readonly RegionTie[]): TieKind[] {
  const held = new Set(ties.map(({ kind }) => kind));
  return tieKinds.filter((kind) => held.has(kind));
}

/** First and last day that ties are known to hold, as numbers that sort; `NaN` when unknown. */
export function spanOf(tie: Pick<RegionTie, 'start' | 'end'>): { start: number; end: number } {
  return { start: dateNumber(tie.start, 'start'), end: dateNumber(tie.end, 'end') };
}

/**
 * Builds the graph one explores: actors, productions, competences, themes and territories, with every relation
 * between them. Communes where nothing stands and nothing was shown are nodes too, so that a search can put them
 * on the canvas.
 *
 * @param beside - needs, and who states what: nodes after all the others; none when left out
 */
export function exploreGraph(rows: ExploreRows, beside: BesideRows = nothingBeside): ExploreGraph {
  const nodes = [
    ...toNodes(rows),
    ...besideNodes(beside).map(({ kind, id, label, sort }) => node(kind, id, label, { sort })),
  ];
  const places = new Map(nodes.map(({ key }, place) => [key, place]));
  const ties = regionTies(rows);
  const edges = collectEdges(rows, beside, ties, places);
  const edgesAt: number[][] = nodes.map(() => []);
  edges.forEach(({ source, target }, index) => {
    edgesAt[source]!.push(index);
    edgesAt[target]!.push(index);
  });
  return { nodes, edges, places, edgesAt, ties };
}

function node(kind: NodeKind, id: string, label: string, rest: Partial<ExploreNode> = {}): ExploreNode {
  return {
    key: nodeKey(kind, id),
    kind,
    id,
    labelFr: label,
    labelEn: label,
    acronym: null,
    sort: null,
    phases: [],
    latitude: null,
    longitude: null,
    commune: null,
    ...rest,
  };
}

function toNodes(rows: ExploreRows): ExploreNode[] {
  const phaseOf = new Map(rows.competences.map(({ id, phase }) => [id, phase]));
  const held = new Map<string, Set<Phase>>();
  for (const { actor, competence } of rows.actorCompetences) {
    const phase = phaseOf.get(competence);
    if (phase) held.set(actor, (held.get(actor) ?? new Set()).add(phase));
  }
  return [
    ...rows.actors.map((actor) =>
      node('ACTOR', actor.id, actor.name, {
        acronym: actor.acronym,
        sort: actor.family,
        phases: phases.filter((phase) => held.get(actor.id)?.has(phase)),
        latitude: actor.latitude,
        longitude: actor.longitude,
        commune: actor.commune,
      }),
    ),
    ...rows.productions.map(({ id, title, type }) => node('PRODUCTION', id, title, { sort: type })),
    ...rows.competences.map(({ id, labelFr, labelEn, phase }) =>
      node('COMPETENCE', id, labelFr, { labelEn, phases: [phase] }),
    ),
    ...rows.themes.map(({ id, labelFr, labelEn }) => node('THEME', id, labelFr, { labelEn })),
    ...rows.communes.map(({ id, name, latitude, longitude }) =>
      node('TERRITORY', id, name, { sort: 'COMMUNE', latitude, longitude }),
    ),
    ...rows.territories.map(({ id, name, level }) => node('TERRITORY', id, name, { sort: level })),
  ];
}

function collectEdges(
  rows: ExploreRows,
  beside: BesideRows,
  ties: readonly RegionTie[],
  places: ReadonlyMap<string, number>,
): ExploreEdge[] {
  const found = new Map<string, ExploreEdge & { ties: RegionTie[] }>();
  const add = (
    relation: Relation,
    from: string,
    to: string,
    detail: string | null,
    tie?: RegionTie,
  ): void => {
    const source = places.get(from);
    const target = places.get(to);
    if (source === undefined || target === undefined || source === target) return;
    const [low, high] = relation === 'TIE' && source > target ? [target, source] : [source, target];
    const key = `${relation} ${low} ${high}`;
    const known = found.get(key);
    if (!known)
      found.set(key, { relation, source: low, target: high, weight: 1, detail, ties: tie ? [tie] : [] });
    else {
      known.weight++;
      if (tie) known.ties.push(tie);
      if (detail && !known.detail?.split(' ').includes(detail))
        known.detail = known.detail ? `${known.detail} ${detail}` : detail;
    }
  };
  for (const tie of ties) add('TIE', nodeKey('ACTOR', tie.a), nodeKey('ACTOR', tie.b), null, tie);
  addActorEdges(rows, add);
  addOtherEdges(rows, add);
  for (const { relation, from, to } of besideEdges(beside))
    add(relation, nodeKey(from.kind, from.id), nodeKey(to.kind, to.id), null);
  return [...found.values()];
}

type Add = (relation: Relation, from: string, to: string, detail: string | null) => void;

function addActorEdges(rows: ExploreRows, add: Add): void {
  const at = (id: string): string => nodeKey('ACTOR', id);
  for (const { actor, production, role } of rows.contributions)
    add('CONTRIBUTION', at(actor), nodeKey('PRODUCTION', production), role);
  for (const { actor, production } of rows.stops)
    if (actor !== null) add('HOSTING', at(actor), nodeKey('PRODUCTION', production), null);
  for (const { actor, competence, level } of rows.actorCompetences)
    add('COMPETENCE', at(actor), nodeKey('COMPETENCE', competence), level === null ? null : String(level));
  for (const { actor, theme } of rows.actorThemes) add('THEME', at(actor), nodeKey('THEME', theme), null);
  const regions = new Set(rows.territories.filter(({ level }) => level === 'REGION').map(({ id }) => id));
  for (const { id, commune, territories } of rows.actors)
    for (const territory of territories)
      if (!regions.has(territory))
        add(territory === commune ? 'PLACE' : 'WITHIN', at(id), nodeKey('TERRITORY', territory), null);
}

function addOtherEdges(rows: ExploreRows, add: Add): void {
  for (const { id, themes, requires } of rows.productions) {
    for (const theme of themes) add('THEME', nodeKey('PRODUCTION', id), nodeKey('THEME', theme), null);
    for (const competence of requires)
      add('REQUIREMENT', nodeKey('PRODUCTION', id), nodeKey('COMPETENCE', competence), null);
  }
  for (const { production, commune } of rows.stops)
    if (commune !== null)
      add('SHOWN_IN', nodeKey('PRODUCTION', production), nodeKey('TERRITORY', commune), null);
  for (const kind of ['COMPETENCE', 'THEME'] as const)
    for (const { id, broader } of kind === 'THEME' ? rows.themes : rows.competences)
      if (broader !== null) add('BROADER', nodeKey(kind, id), nodeKey(kind, broader), null);
  for (const { id, epci, department } of rows.communes)
    for (const above of [epci, department])
      if (above !== null) add('WITHIN', nodeKey('TERRITORY', id), nodeKey('TERRITORY', above), null);
}
