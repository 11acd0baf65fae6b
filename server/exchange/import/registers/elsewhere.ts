import type { RegisterRow } from '../../../analysis/absent/registerRow';
import { planeDistance } from './distance';

/** Where a commune is. */
export interface KnownPlace {
  epci: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** Kilometres beyond which a point is in none of the communes: no commune of mainland France is as large. */
export const FAR = 25;

/**
 * Tells rows that are surely of another region though their commune was not found: by the département of their postal code,
 * else by a point far from every town hall. Without either, nothing is sure.
 *
 * @param communes - those of the graph
 */
export function createElsewhere(
  communes: readonly ({ department: string } & KnownPlace)[],
): (row: Pick<RegisterRow, 'postalCode' | 'lat' | 'lon'>) => boolean {
  const departments = new Set(communes.map(({ department }) => department));
  const halls = communes.flatMap(({ latitude, longitude }) =>
    latitude === null || longitude === null ? [] : [[latitude, longitude] as const],
  );
  const isNear = (lat: number, lon: number) => halls.some((hall) => planeDistance([lat, lon], hall) < FAR);
  return ({ postalCode, lat, lon }) => {
    const code = /^\d{5}$/.test(postalCode ?? '') ? departmentOf(postalCode!) : null;
    if (code !== null && departments.size > 0) return !code.some((one) => departments.has(one));
    return lat !== null && lon !== null && halls.length > 0 && !isNear(lat, lon);
  };
}

/** Départements that a postal code may be of. */
function departmentOf(postalCode: string): string[] {
  if (postalCode.startsWith('20')) return ['2A', '2B'];
  return [/^9[78]/.test(postalCode) ? postalCode.slice(0, 3) : postalCode.slice(0, 2)];
}
