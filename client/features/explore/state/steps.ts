import type { Point, Relation } from '../../../views/graph/canvasTypes';

/** One step of a walk, as the address keeps it: `a~ineris.TIE`, or `a~ineris.TIE.120` for more than usual. */
export interface Step {
  key: string;
  relation: Relation;
  most: number;
}

/** Neighbours that a step brings at most, unless one asks for more. */
export const usualMost = 60;
/** Neighbours that a step may bring, however many are asked for. */
export const largestMost = 3000;

const relations: readonly Relation[] = [
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
];

/** Reads a step; `null` when the text is not one. */
export function parseStep(text: string): Step | null {
  const [, key, name, most] = /^(.+?)\.([A-Z_]+)(?:\.(\d+))?$/.exec(text) ?? [];
  const relation = relations.find((known) => known === name);
  if (!key || !relation) return null;
  return { key, relation, most: Math.min(largestMost, Number(most ?? usualMost)) || usualMost };
}

/** Writes a step. */
export function stepText({ key, relation, most }: Step): string {
  return most === usualMost ? `${key}.${relation}` : `${key}.${relation}.${most}`;
}

/** A way out of a node: how many it leads to, of whom so many are shown. */
export interface Way {
  relation: Relation;
  total: number;
  shown: number;
}

/** The next step along a way out of a node: what is shown already, and as many again as usual. */
export function stepAlong(key: string, { relation, shown }: Way): Step {
  return { key, relation, most: shown + usualMost };
}

/** The way one follows first: ties, else what there is most of. */
export function firstWay(ways: readonly Way[]): Way | undefined {
  return ways.find(({ relation }) => relation === 'TIE') ?? [...ways].sort((a, b) => b.total - a.total)[0];
}

/** The step one would take first of those that bring something; null when all around is shown. */
export function firstStepLeft(key: string, ways: readonly Way[]): Step | null {
  const way = firstWay(ways.filter(({ total, shown }) => total > shown));
  return way ? stepAlong(key, way) : null;
}

/** The steps with one more; one that follows the same relation from the same node gives way to it. */
export function withStep(steps: readonly Step[], step: Step): Step[] {
  return [...steps.filter(({ key, relation }) => key !== step.key || relation !== step.relation), step];
}

/** Reads nodes put somewhere by hand: `a~ineris.120.-40`; what cannot be read is left out. */
export function parsePins(texts: readonly string[]): Record<string, Point> {
  const pins: Record<string, Point> = {};
  for (const text of texts) {
    const [, key, x, y] = /^(.+)\.(-?\d+)\.(-?\d+)$/.exec(text) ?? [];
    if (key) pins[key] = { x: Number(x), y: Number(y) };
  }
  return pins;
}

/** Writes a node put somewhere by hand. */
export function pinText(key: string, { x, y }: Point): string {
  return `${key}.${Math.round(x)}.${Math.round(y)}`;
}

/** The steps without those from a node, nor those from nodes that only it had brought. */
export function collapse(
  steps: readonly Step[],
  key: string,
  cameFrom: (key: string) => string | null,
): Step[] {
  const isUnder = (start: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = start; at !== null && !seen.has(at); at = cameFrom(at)) {
      if (at === key) return true;
      seen.add(at);
    }
    return false;
  };
  return steps.filter((step) => !isUnder(step.key));
}
