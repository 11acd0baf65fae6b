import type { ActorFacts } from './actorFacts';

/** What a directory may be sorted by. */
export const directoryOrders = ['NAME', 'PARTNERS', 'PRODUCTIONS', 'COMPETENCES', 'LATEST', 'PLACE'] as const;
export type DirectoryOrder = (typeof directoryOrders)[number];

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/**
 * Sorts actors: names and places in the alphabetical order of French, figures from the largest, dates from the latest;
 * what is unknown comes last, and equals are by name.
 *
 * @param places - places of the actors to sort
 */
export function sortDirectory(
  actors: readonly ActorFacts[],
  places: readonly number[],
  order: DirectoryOrder,
): number[] {
  const byName = (x: ActorFacts, y: ActorFacts): number => collator.compare(x.name, y.name);
  const compare = comparison(order);
  return [...places].sort(
    (x, y) => compare(actors[x]!, actors[y]!) || byName(actors[x]!, actors[y]!) || x - y,
  );
}

function comparison(order: DirectoryOrder): (x: ActorFacts, y: ActorFacts) => number {
  switch (order) {
    case 'NAME':
      return () => 0;
    case 'PARTNERS':
      return (x, y) => y.partners - x.partners;
    case 'PRODUCTIONS':
      return (x, y) => y.productions - x.productions;
    case 'COMPETENCES':
      return (x, y) => y.statedCompetences.length - x.statedCompetences.length;
    case 'LATEST':
      return (x, y) => lastWhenUnknown(x.latest, y.latest, (a, b) => (a < b ? 1 : a > b ? -1 : 0));
    case 'PLACE':
      return (x, y) => lastWhenUnknown(x.communeName, y.communeName, collator.compare);
  }
}

function lastWhenUnknown(
  x: string | null,
  y: string | null,
  compare: (x: string, y: string) => number,
): number {
  if (x === null || y === null) return Number(x === null) - Number(y === null);
  return compare(x, y);
}
