import type { Agreement, CommuneLevel, KindLevel, LinkageParameters, NameLevel } from './linkage';
import { foldIdentifier } from './identifier';
import { normaliseName, type NormalisedName } from './normaliseName';
import type { Identifiers, KnownActor, RegisterKind, RegisterRow } from './registerRow';
import { softOverlap, type WordWeight } from './similarity';

/** A record ready to be compared. */
export interface ComparableRecord {
  name: NormalisedName;
  /** Acronym as one folded word; `null` when there is none of two letters or more. */
  acronym: string | null;
  commune: string | null;
  identifiers: Identifiers;
}

/** Types of actors that a register's kind may be filed under, besides its own. */
const RELATED_TYPES: Record<RegisterKind, readonly string[]> = {
  MUSEUM: ['HERITAGE_SITE', 'SCIENCE_CENTRE', 'ARCHIVES', 'CULTURAL_VENUE', 'ZOO_AQUARIUM'],
  LIBRARY: ['CULTURAL_VENUE', 'LOCAL_AUTHORITY', 'SCIENCE_CENTRE'],
  LAB: ['RESEARCH_ORGANISATION', 'HIGHER_ED_SCHOOL', 'HEALTH', 'NETWORK'],
  FABLAB: ['POPULAR_EDUCATION', 'SCIENCE_CENTRE', 'HIGHER_ED_SCHOOL', 'SOCIAL_CENTRE'],
  UNIVERSITY: ['HIGHER_ED_SCHOOL', 'NETWORK'],
  HIGHER_ED_SCHOOL: ['UNIVERSITY', 'RESEARCH_ORGANISATION'],
  RESEARCH_ORGANISATION: ['LAB', 'HEALTH', 'HIGHER_ED_SCHOOL', 'LEARNED_SOCIETY', 'NETWORK', 'STATE_SERVICE'],
  HEALTH: ['RESEARCH_ORGANISATION', 'LAB'],
  STATE_SERVICE: ['RESEARCH_ORGANISATION', 'LOCAL_AUTHORITY'],
  ARCHIVES: ['LIBRARY', 'LOCAL_AUTHORITY', 'MUSEUM'],
  COMPANY_FOUNDATION: ['RESEARCH_ORGANISATION', 'NETWORK'],
  SOCIAL_CENTRE: ['POPULAR_EDUCATION', 'LOCAL_AUTHORITY', 'FABLAB'],
  POPULAR_EDUCATION: ['SOCIAL_CENTRE', 'FABLAB', 'CULTURAL_VENUE'],
  LOCAL_AUTHORITY: ['SOCIAL_CENTRE', 'LIBRARY', 'CULTURAL_VENUE'],
};

/** Prepares a register row or an actor; `communeName` is the town, whose words do not tell two of its places apart. */
export function toComparable(
  { name, acronym, commune, identifiers }: RegisterRow | KnownActor,
  communeName: string | null,
): ComparableRecord {
  const folded = acronym === null ? '' : normaliseName(acronym).words.join('');
  return {
    name: normaliseName(name, communeName),
    acronym: folded.length >= 2 ? folded : null,
    commune,
    identifiers,
  };
}

/** Levels at which a row and an actor agree. */
export function compareRecords(
  row: ComparableRecord,
  rowKind: RegisterKind,
  actor: ComparableRecord,
  actorType: string,
  weight: WordWeight,
  parameters: LinkageParameters,
): Agreement {
  return {
    name: nameLevel(row, actor, weight, parameters),
    commune: communeLevel(row.commune, actor.commune),
    kind: kindLevel(rowKind, actorType),
  };
}

/**
 * `true` when an identifier of one scheme is the same, `false` when one differs, `null` when they share no scheme. A SIRET is the
 * same of all the places that one body answers for: where a register numbers them one by one, its numbers decide.
 */
export function identifiersAgree(a: Identifiers, b: Identifiers): boolean | null {
  const agrees = (scheme: keyof Identifiers): boolean | null => {
    const [here, there] = [a[scheme], b[scheme]];
    return here && there ? foldIdentifier(here) === foldIdentifier(there) : null;
  };
  const schemes = Object.keys(a) as (keyof Identifiers)[];
  const own = schemes.filter((scheme) => scheme !== 'SIRET').map(agrees);
  if (own.includes(true)) return true;
  return own.includes(false) ? false : agrees('SIRET');
}

/** How the names of two records compare, acronyms with them. */
export function nameLevel(
  row: ComparableRecord,
  actor: ComparableRecord,
  weight: WordWeight,
  { closeFrom, partialFrom }: LinkageParameters,
): NameLevel {
  const [a, b] = [row.name, actor.name];
  const overlap = softOverlap(a.distinctive, b.distinctive, weight);
  if (a.distinctive.length > 0 && overlap > 0.999) return 'SAME';
  const oneTown = row.commune !== null && row.commune === actor.commune;
  if (oneTown && sameWords(a.outsideTown, b.outsideTown)) return 'SAME';
  if (acronymsAgree(row, actor)) return overlap >= partialFrom ? 'SAME' : 'CLOSE';
  if (a.distinctive.length === 0 || b.distinctive.length === 0) return 'GENERIC';
  if (overlap >= closeFrom) return 'CLOSE';
  return overlap >= partialFrom || isContained(a.distinctive, b.distinctive) ? 'PARTIAL' : 'DIFFERENT';
}

/** "Musée de Boulogne" and "musée" in Boulogne are one place, though nothing in the name is distinctive. */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((word) => b.includes(word));
}

/** The acronyms are equal, or the acronym of one stands in the name of the other. */
function acronymsAgree(a: ComparableRecord, b: ComparableRecord): boolean {
  if (a.acronym !== null && a.acronym === b.acronym) return true;
  const inName = (acronym: string | null, { name }: ComparableRecord) =>
    acronym !== null && acronym.length >= 3 && name.distinctive.includes(acronym);
  return inName(a.acronym, b) || inName(b.acronym, a);
}

/** All distinctive words of the shorter name, two at least, stand in the longer: a name with its subtitle. */
function isContained(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= 2 && short.every((word) => long.includes(word));
}

/** How two communes compare, by INSEE code. */
export function communeLevel(a: string | null, b: string | null): CommuneLevel {
  if (a === null || b === null) return 'UNKNOWN';
  if (a === b) return 'SAME';
  return departmentOf(a) === departmentOf(b) ? 'DIFFERENT' : 'ELSEWHERE';
}

/** Département of an INSEE code: two characters, three overseas. */
const departmentOf = (insee: string) => insee.slice(0, insee.startsWith('97') ? 3 : 2);

function kindLevel(kind: RegisterKind, type: string): KindLevel {
  if (kind === type) return 'SAME';
  return RELATED_TYPES[kind].includes(type) ? 'RELATED' : 'DIFFERENT';
}

/** How the types of two actors compare: `RELATED` when a register of one may file the other. */
export function compareTypes(a: string, b: string): KindLevel {
  if (a === b) return 'SAME';
  const related = (kind: string, type: string) =>
    RELATED_TYPES[kind as RegisterKind]?.includes(type) ?? false;
  return related(a, b) || related(b, a) ? 'RELATED' : 'DIFFERENT';
}
