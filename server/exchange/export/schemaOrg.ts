import type { CellValue, TableRow } from '../../graph/tables';
import type { Names } from '../sheets/cellText';
import { vocabularyOf } from '../sheets/vocabulary';
import { addressOf } from './addresses';

/** A JSON-LD node; keys whose value is null or an empty list are left out. */
export type LinkedNode = Record<string, unknown>;

const familyTypes: Record<string, string> = {
  MUSEUM: 'Museum',
  LIBRARY: 'Library',
  UNIVERSITY: 'CollegeOrUniversity',
  HIGHER_ED_SCHOOL: 'CollegeOrUniversity',
  RESEARCH_ORGANISATION: 'ResearchOrganization',
  LAB: 'ResearchOrganization',
  LOCAL_AUTHORITY: 'GovernmentOrganization',
  STATE_SERVICE: 'GovernmentOrganization',
  ZOO_AQUARIUM: 'Zoo',
  MEDIA: 'NewsMediaOrganization',
  ARCHIVES: 'ArchiveOrganization',
};

const workTypes: Record<string, string> = { VIDEO: 'VideoObject', GAME: 'Game', PODCAST: 'PodcastSeries' };

/** What descriptions refer to. */
export interface LinkedContext {
  /** Origin of the addresses. */
  base: string;
  names: Names;
}

const one = (value: CellValue | undefined) => (typeof value === 'string' ? value : null);
const list = (value: CellValue | undefined) => (Array.isArray(value) ? value : []);

function node(properties: LinkedNode): LinkedNode {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

function pointer(
  { base, names }: LinkedContext,
  kind: 'actors' | 'productions' | 'competences' | 'themes',
  id: string,
): LinkedNode {
  return node({ '@id': addressOf(base, kind, id), name: names.get(kind)?.get(id) ?? null });
}

/**
 * An actor as schema.org: an `Organization`, or the narrower type of its family; its identifiers, place, parent, and what it
 * knows about.
 *
 * @param competences - identifiers of its competences
 * @param themes - identifiers of its themes
 */
export function toOrganization(
  row: TableRow,
  competences: readonly string[],
  themes: readonly string[],
  context: LinkedContext,
): LinkedNode {
  const identifiers = ['siret', 'rna', 'uai', 'rnsr', 'museofile'].flatMap((scheme) =>
    row[scheme] == null
      ? []
      : [{ '@type': 'PropertyValue', propertyID: scheme.toUpperCase(), value: row[scheme] }],
  );
  const parent = one(row.parent);
  return node({
    '@id': addressOf(context.base, 'actors', row.id as string),
    '@type': familyTypes[String(row.family)] ?? 'Organization',
    name: row.name,
    alternateName: row.acronym,
    url: row.website,
    sameAs: row.ror,
    description: texts(row.summaryFr, row.summaryEn),
    identifier: identifiers,
    address: toAddress(one(row.commune), context),
    parentOrganization: parent === null ? null : pointer(context, 'actors', parent),
    knowsAbout: [
      ...competences.map((id) => pointer(context, 'competences', id)),
      ...themes.map((id) => pointer(context, 'themes', id)),
    ],
  });
}

function texts(fr: CellValue | undefined, en: CellValue | undefined): LinkedNode[] {
  return [
    { text: fr, language: 'fr' },
    { text: en, language: 'en' },
  ].flatMap(({ text, language }) =>
    typeof text === 'string' ? [{ '@value': text, '@language': language }] : [],
  );
}

function toAddress(commune: string | null, { names }: LinkedContext): LinkedNode | null {
  if (commune === null) return null;
  return node({
    '@type': 'PostalAddress',
    addressLocality: names.get('territories')?.get(commune) ?? null,
    addressCountry: 'FR',
  });
}

/** A production as schema.org: a `CreativeWork`, or the narrower type of its form. */
export function toCreativeWork(
  row: TableRow,
  contributors: readonly string[],
  context: LinkedContext,
): LinkedNode {
  return node({
    '@id': addressOf(context.base, 'productions', row.id as string),
    '@type': workTypes[String(row.type)] ?? 'CreativeWork',
    genre: vocabularyOf('productionType').label(String(row.type), 'fr'),
    name: row.title,
    description: texts(row.summaryFr, row.summaryEn),
    dateCreated: row.year == null ? null : String(row.year),
    typicalAgeRange: row.ageMin == null ? null : `${String(row.ageMin)}-`,
    audience: list(row.audiences).map((word) => ({
      '@type': 'Audience',
      audienceType: vocabularyOf('audience').label(word, 'fr'),
    })),
    about: list(row.themes).map((id) => pointer(context, 'themes', id)),
    contributor: [...new Set(contributors)].map((id) => pointer(context, 'actors', id)),
  });
}

/**
 * A stop or event as schema.org: an `ExhibitionEvent` for a stop of a tour, else an `Event`; dates of the precision that is
 * known.
 *
 * @param productions - identifiers of the productions that it shows
 */
export function toEvent(row: TableRow, productions: readonly string[], context: LinkedContext): LinkedNode {
  const host = one(row.host);
  const place = one(row.place);
  const address = toAddress(one(row.commune), context);
  return node({
    '@id': `${context.base}/export/etapes.ics#${encodeURIComponent(row.id as string)}`,
    '@type': row.kind === 'TOUR_STOP' ? 'ExhibitionEvent' : 'Event',
    name: productions.map((id) => context.names.get('productions')?.get(id) ?? id).join(', ') || place,
    startDate: row.start,
    endDate: row.end,
    location: place === null && address === null ? null : node({ '@type': 'Place', name: place, address }),
    organizer: host === null ? null : pointer(context, 'actors', host),
    workFeatured: productions.map((id) => pointer(context, 'productions', id)),
  });
}

/** A document of schema.org nodes. */
export function toLinkedDocument(nodes: readonly LinkedNode[]): LinkedNode {
  const context = { '@vocab': 'https://schema.org/' };
  const [first] = nodes;
  if (nodes.length === 1 && first !== undefined) return { '@context': context, ...first };
  return { '@context': context, '@graph': nodes };
}
