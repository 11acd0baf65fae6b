import type { Feature, FeatureCollection, Point } from 'geojson';
import type { TableRow } from '../../graph/tables';
import type { Names } from '../sheets/cellText';
import { vocabularyOf } from '../sheets/vocabulary';
import { addressOf } from './addresses';

/** Point of a commune's town hall, degrees (WGS 84). */
export interface Place {
  longitude: number;
  latitude: number;
}

/**
 * Actors as GeoJSON (RFC 7946), at the town hall of their commune, which `precision` says; one whose commune is unknown has no
 * geometry and is there all the same.
 *
 * @param points - by identifier of the commune
 * @param base - origin of the addresses
 */
export function toGeoJson(
  actors: readonly TableRow[],
  names: Names,
  points: ReadonlyMap<string, Place>,
  base: string,
): FeatureCollection<Point | null> {
  const families = vocabularyOf('actorFamily');
  const features = actors.map((row): Feature<Point | null> => {
    const commune = row.commune as string | null;
    const place = commune === null ? undefined : points.get(commune);
    return {
      type: 'Feature',
      id: addressOf(base, 'actors', row.id as string),
      geometry:
        place === undefined ? null : { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: {
        id: row.id,
        name: row.name,
        acronym: row.acronym,
        kind: row.kind,
        family: row.family,
        familyFr: families.label(row.family as string, 'fr'),
        familyEn: families.label(row.family as string, 'en'),
        website: row.website,
        insee: commune?.replace(/^commune-/, '') ?? null,
        commune: commune === null ? null : (names.get('territories')?.get(commune) ?? null),
        precision: place === undefined ? null : 'commune',
        locationEvidence: row.locationEvidence,
      },
    };
  });
  return { type: 'FeatureCollection', features };
}
