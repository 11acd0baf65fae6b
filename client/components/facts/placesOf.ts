/** A value of a facet, as the API counts it. */
interface Value {
  value: string;
  label?: string | null;
  sort?: string | null;
  count: number;
}

/** A territory and how many actors stand in it or serve it. */
export interface CountedPlace {
  id: string;
  name: string;
  count: number;
}

/**
 * The territories of a level, from a counted directory: those where someone is, the most first, and those where nobody is,
 * in the order given.
 */
export function placesOf(
  facets: readonly { name: string; values: readonly Value[] }[] | undefined,
  level: string,
): { present: CountedPlace[]; absent: CountedPlace[] } {
  const values = facets?.find(({ name }) => name === 'TERRITORY')?.values ?? [];
  const places = values
    .filter(({ sort }) => sort === level)
    .map(({ value, label, count }) => ({ id: value, name: label ?? value, count }));
  return {
    present: places.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
    absent: places.filter(({ count }) => count === 0),
  };
}
