import {
  communeLevel,
  compareTypes,
  identifiersAgree,
  nameLevel,
  toComparable,
  type ComparableRecord,
} from '../absent/compareRecords';
import { foldIdentifier } from '../absent/identifier';
import { DEFAULT_LINKAGE, linkageScore, type FieldLevel, type LinkageParameters } from '../absent/linkage';
import type { KnownActor } from '../absent/registerRow';
import { rarity, type WordWeight } from '../absent/similarity';

/** An actor, as far as finding it twice goes. */
export interface DuplicateActor extends KnownActor {
  website: string | null;
  /** Actor it is a part of. */
  parent: string | null;
}

/** How the addresses of two sites compare. */
export type WebsiteLevel = 'SAME' | 'UNKNOWN' | 'DIFFERENT';

/**
 * Probabilities of each level of the site, among pairs that are the same and pairs that are not; set by hand. Places of one town, or of one
 * body, often have one site: of the pairs judged first that are not the same, one in twenty-five had.
 */
export const WEBSITE_LEVELS: Record<WebsiteLevel, FieldLevel> = {
  SAME: { m: 0.6, u: 0.03 },
  UNKNOWN: { m: 0.25, u: 0.25 },
  DIFFERENT: { m: 0.15, u: 0.72 },
};

/** Two records that may be the same actor, with what speaks for and against it. */
export interface DuplicatePair {
  /** Identifiers, in alphabetical order. */
  a: string;
  b: string;
  /** 0..1; 1 when they share an identifier. */
  probability: number;
  byIdentifier: boolean;
  /** log₂(m ÷ u) of each field, above 0 for; empty by identifier. */
  reasons: { field: 'name' | 'commune' | 'kind' | 'website'; level: string; weight: number }[];
}

/** Probability from which a pair is worth a look. */
const WORTH_A_LOOK = 0.3;
/** Nothing borne by more actors than this is looked under. */
const TOO_COMMON = 50;
/** Share of actors beyond which a word tells nothing, and fewest actors at which it may not: "Hauts-de-France", "communauté". */
const COMMON_SHARE = 0.015;
const COMMON_FROM = 4;
/** A directory of a few actors does not tell which names are common, as in matching registers. */
const FEW_ACTORS = 200;
/** Words of a name that are looked under two by two. */
const MOST_WORDS = 6;

/**
 * Pairs of actors that may be the same, the likeliest first: by a shared identifier, else by the score of Fellegi and Sunter over
 * name (with acronym), commune, family and site. Left out: pairs with different identifiers of one scheme, and those of which
 * one is a part of the other. Only pairs that share a distinctive word, an acronym, an identifier or a site are compared, and
 * those of one commune whose names say no more than a kind of place. A record of unknown commune that may be those of several
 * shares its certainty among them.
 *
 * Reference: Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049.
 *
 * @returns no pair for fewer than two actors
 */
export function findDuplicates(
  actors: readonly DuplicateActor[],
  parameters: LinkageParameters = DEFAULT_LINKAGE,
): DuplicatePair[] {
  const records = actors.map((actor) => toComparable(actor, actor.communeName));
  const weight = rarity(records.map(({ name }) => name.words));
  const shares = nameShares(records);
  const pairs: DuplicatePair[] = [];
  for (const [i, j] of nearPairs(actors, records)) {
    const [one, other] = actors[i]!.id < actors[j]!.id ? [i, j] : [j, i];
    const [first, second] = [actors[one]!, actors[other]!];
    if (first.parent === second.id || second.parent === first.id) continue;
    const share = shares[one]!;
    const pair = comparePair(first, records[one]!, second, records[other]!, { weight, parameters, share });
    if (pair !== undefined && pair.probability >= WORTH_A_LOOK) pairs.push(pair);
  }
  return shareAmongPlaces(pairs, actors).sort(
    (x, y) => y.probability - x.probability || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1),
  );
}

/**
 * A record of unknown commune can be that of one place only: where it may be those of several communes, they share what speaks for
 * each, `odds ÷ (1 + Σ odds)`, the best of each commune counting once.
 */
function shareAmongPlaces(
  pairs: readonly DuplicatePair[],
  actors: readonly DuplicateActor[],
): DuplicatePair[] {
  const communeOf = new Map(actors.map(({ id, commune }) => [id, commune]));
  const odds = ({ probability }: DuplicatePair) => probability / (1 - probability);
  const isScored = ({ a, b, byIdentifier }: DuplicatePair) =>
    !byIdentifier && (communeOf.get(a) === null) !== (communeOf.get(b) === null);
  const unplaced = ({ a, b }: DuplicatePair) => (communeOf.get(a) === null ? a : b);
  const placed = ({ a, b }: DuplicatePair) => (communeOf.get(a) === null ? b : a);
  const best = new Map<string, Map<string, number>>();
  for (const pair of pairs.filter(isScored)) {
    const places = best.get(unplaced(pair)) ?? new Map<string, number>();
    const commune = communeOf.get(placed(pair))!;
    best.set(unplaced(pair), places.set(commune, Math.max(places.get(commune) ?? 0, odds(pair))));
  }
  return pairs.map((pair) => {
    const places = isScored(pair) ? best.get(unplaced(pair))! : undefined;
    if (places === undefined || places.size < 2) return pair;
    const own = communeOf.get(placed(pair))!;
    const others = [...places].reduce((sum, [commune, some]) => sum + (commune === own ? 0 : some), 0);
    return { ...pair, probability: odds(pair) / (1 + odds(pair) + others) };
  });
}

/** Share of the other records, but the one that may be the same, that bear the name of each; 0 of a name that says only a kind of place. */
function nameShares(records: readonly ComparableRecord[]): number[] {
  const keys = records.map(nameKey);
  const bearers = new Map<string, number>();
  for (const key of keys) bearers.set(key, (bearers.get(key) ?? 0) + 1);
  return keys.map((key) =>
    key === '' ? 0 : Math.max(0, bearers.get(key)! - 2) / (records.length + FEW_ACTORS),
  );
}

/** The score of a pair; undefined when they bear different identifiers of one scheme, or when no name could make it worth a look. */
function comparePair(
  first: DuplicateActor,
  firstRecord: ComparableRecord,
  second: DuplicateActor,
  secondRecord: ComparableRecord,
  { weight, parameters, share }: { weight: WordWeight; parameters: LinkageParameters; share: number },
): DuplicatePair | undefined {
  const pair = { a: first.id, b: second.id };
  const agree = identifiersAgree(first.identifiers, second.identifiers);
  if (agree === false) return undefined;
  if (agree) return { ...pair, probability: 1, byIdentifier: true, reasons: [] };
  const others = {
    commune: communeLevel(firstRecord.commune, secondRecord.commune),
    kind: compareTypes(first.type, second.type),
  };
  const laboratory = first.type === 'LAB' || second.type === 'LAB';
  const site = websiteLevel(first.website, second.website);
  const siteWeight = Math.log2(WEBSITE_LEVELS[site].m / WEBSITE_LEVELS[site].u);
  const atBest = linkageScore({ name: 'SAME', ...others }, parameters, { laboratory, nameShare: 0 });
  if (probabilityOf(atBest.bits + siteWeight) < WORTH_A_LOOK) return undefined;
  const name = nameLevel(firstRecord, secondRecord, weight, parameters);
  const agreement = { name, ...others };
  const score = linkageScore(agreement, parameters, { laboratory, nameShare: share });
  const fields = (['name', 'commune', 'kind'] as const).map((field) => ({
    field,
    level: agreement[field] as string,
    weight: score.weights[field],
  }));
  return {
    ...pair,
    probability: probabilityOf(score.bits + siteWeight),
    byIdentifier: false,
    reasons: [...fields, { field: 'website' as const, level: site, weight: siteWeight }],
  };
}

const probabilityOf = (bits: number) => 1 / (1 + 2 ** -bits);

/** What a pair is known by, whatever its order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/** Host and path of a site, as it is compared: without protocol, `www.` or final slash; null when there is none. */
export function siteKey(website: string | null): string | null {
  if (website === null) return null;
  return website
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#]+$/, '');
}

function websiteLevel(a: string | null, b: string | null): WebsiteLevel {
  const [one, other] = [siteKey(a), siteKey(b)];
  if (one === null || other === null) return 'UNKNOWN';
  return one === other ? 'SAME' : 'DIFFERENT';
}

function* nearPairs(
  actors: readonly DuplicateActor[],
  records: readonly ComparableRecord[],
): Generator<[number, number]> {
  const groups = new Map<string, number[]>();
  const put = (key: string, index: number) => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else if (group.at(-1) !== index) group.push(index);
  };
  records.forEach((record, index) => {
    for (const word of record.name.distinctive) put(`word ${word}`, index);
    for (const two of twoByTwo(record.name.distinctive)) put(`word ${two}`, index);
    if (record.name.distinctive.length > 0) put(`name ${nameKey(record)}`, index);
    else if (record.commune !== null) put(`unnamed ${record.commune}`, index);
    if (record.acronym !== null) put(`word ${record.acronym}`, index);
    for (const [scheme, value] of Object.entries(record.identifiers))
      put(`${scheme} ${foldIdentifier(value)}`, index);
    const site = siteKey(actors[index]!.website);
    if (site !== null) put(`site ${site}`, index);
  });
  const common = Math.min(TOO_COMMON, Math.max(COMMON_FROM, COMMON_SHARE * actors.length));
  const seen = new Set<number>();
  for (const [key, group] of groups) {
    if (group.length > (key.startsWith('word ') ? common : TOO_COMMON)) continue;
    for (const [at, i] of group.entries())
      for (const j of group.slice(at + 1)) {
        const key = i * actors.length + j;
        if (seen.has(key)) continue;
        seen.add(key);
        yield [i, j];
      }
  }
}

/** What a name is known by, whatever the order of its words. */
function nameKey({ name }: ComparableRecord): string {
  return [...name.distinctive].sort().join(' ');
}

/** Every two words of a name: two words that are common may be rare together. */
function twoByTwo(words: readonly string[]): string[] {
  const some = [...new Set(words)].sort().slice(0, MOST_WORDS);
  return some.flatMap((word, at) => some.slice(at + 1).map((next) => `${word} ${next}`));
}
