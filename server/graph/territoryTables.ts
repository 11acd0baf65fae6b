import type { NodeTable } from './tables';

/**
 * Territories of every level as rows: `code`, `name`, `level`, people (with ages where they were imported), a point in degrees
 * (WGS 84), `partOf`: identifiers of the territories above, `sources`. They are no sheet: they come from official files.
 */
export const territoryTable: NodeTable = {
  kind: 'node',
  name: 'territories',
  label: 'Territory',
  also: {
    column: 'level',
    labels: {
      COMMUNE: 'Commune',
      EPCI: 'Epci',
      DEPARTMENT: 'Department',
      FORMER_REGION: 'FormerRegion',
      REGION: 'Region',
    },
  },
  fields: [
    ...[
      'code',
      'name',
      'level',
      'population',
      'populationStatus',
      'inRegion',
      'pointSource',
      'type',
      'crossesBorder',
      'surfaceKm2',
      'populationYear',
      'population0to14',
      'population15to24',
      'populationAllAges',
    ].map((property) => ({ column: property, property })),
    { column: 'latitude', partOf: 'location.latitude' },
    { column: 'longitude', partOf: 'location.longitude' },
    {
      column: 'partOf',
      link: { type: 'PART_OF', direction: 'OUT', to: 'Territory', many: true, sourced: false },
    },
    {
      column: 'sources',
      link: { type: 'STATED_BY', direction: 'OUT', to: 'Source', many: true, sourced: false },
    },
  ],
  derive: ({ latitude, longitude }) => ({
    location:
      typeof latitude === 'number' && typeof longitude === 'number'
        ? { lat: latitude, lon: longitude }
        : null,
  }),
};

/** The contours of the region, one row: `topology`, packed (see `toStoredContours`). */
export const contoursTable: NodeTable = {
  kind: 'node',
  name: 'contours',
  label: 'Contours',
  fields: [{ column: 'topology', property: 'topology' }],
};
