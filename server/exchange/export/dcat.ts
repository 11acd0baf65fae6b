import { sheetIds, sheets, type SheetId } from '../sheets/sheets';
import { describe, expand, label, type RdfTerm, type RdfTriple } from './rdf';

const LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';
const MEDIA = 'https://www.iana.org/assignments/media-types/';

interface Distribution {
  path: string;
  media: string;
}

const dataset = (
  base: string,
  id: string,
  names: { fr: string; en: string },
  modified: string | null,
  distributions: readonly Distribution[],
): RdfTriple[] => {
  const iri = `${base}/export#${id}`;
  const day: RdfTerm | null = modified === null ? null : { text: modified, type: expand('xsd:dateTime') };
  const triples = describe(iri, [
    ['rdf:type', { iri: expand('dcat:Dataset') }],
    ['dct:title', label(names.fr, 'fr')],
    ['dct:title', label(names.en, 'en')],
    ['dct:modified', day],
    ['dct:license', { iri: LICENCE }],
    ...distributions.map(({ path }) => ['dcat:distribution', { iri: base + path }] as const),
  ]);
  for (const { path, media } of distributions)
    triples.push(
      ...describe(base + path, [
        ['rdf:type', { iri: expand('dcat:Distribution') }],
        ['dcat:accessURL', { iri: base + path }],
        ['dcat:downloadURL', { iri: base + path }],
        ['dcat:mediaType', { iri: MEDIA + media }],
        ['dct:license', { iri: LICENCE }],
      ]),
    );
  return triples;
};

/** Other files in which a sheet is given. */
const also: Partial<Record<SheetId, readonly Distribution[]>> = {
  actors: [
    { path: '/export/acteurs.geojson', media: 'application/geo+json' },
    { path: '/export/maillage.jsonld', media: 'application/ld+json' },
  ],
  competences: [
    { path: '/export/competences.ttl', media: 'text/turtle' },
    { path: '/export/competences.jsonld', media: 'application/ld+json' },
  ],
  themes: [
    { path: '/export/themes.ttl', media: 'text/turtle' },
    { path: '/export/themes.jsonld', media: 'application/ld+json' },
  ],
  events: [{ path: '/export/etapes.ics', media: 'text/calendar' }],
};

/**
 * The catalogue of what can be downloaded, as DCAT (version 2): one dataset for everything and one a sheet, with its files.
 *
 * @param base - origin of the addresses
 * @param modified - ISO instant of the last change; null when nothing changed ever
 */
export function toCatalogue(base: string, modified: string | null): RdfTriple[] {
  const ids = ['tout', ...sheetIds];
  return [
    ...describe(`${base}/export`, [
      ['rdf:type', { iri: expand('dcat:Catalog') }],
      ['dct:title', label('Maillage : données', 'fr')],
      ['dct:title', label('Maillage: data', 'en')],
      ['dct:license', { iri: LICENCE }],
      ['foaf:homepage', { iri: `${base}/` }],
      ...ids.map((id) => ['dcat:dataset', { iri: `${base}/export#${id}` }] as const),
    ]),
    ...dataset(base, 'tout', { fr: 'Tout le graphe', en: 'The whole graph' }, modified, [
      {
        path: '/export/maillage.xlsx',
        media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      { path: '/export/maillage.zip', media: 'application/zip' },
    ]),
    ...sheetIds.flatMap((id) =>
      dataset(base, id, sheets[id], modified, [
        { path: `/export/${id}.csv`, media: 'text/csv' },
        ...(also[id] ?? []),
      ]),
    ),
  ];
}
