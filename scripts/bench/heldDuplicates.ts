/**
 * The search for duplicates on pairs that it was never bettered on: `npm run bench duplicates -- --registers FOLDER [--half 1|2]`.
 *
 * How the pairs were drawn and labelled (`held-pairs.csv`). The records: the actors of the region, the rows of the four registers, and two older public lists of
 * the same places, named otherwise (`autres_listes_hdf.csv` of the folder: museums as listed about 2013, higher education of about 2018, columns id, kind,
 * name, acronym, insee; the museums' towns follow from the order of that list). Pairs were blocked by rules that are not the search's: communes within 6 km
 * and any shared word of the name, an acronym shared or standing in the other name, a shared host of the site, or a Jaccard index of letter trigrams of the
 * names of 0.45 anywhere; pairs of the two older samples are left out. They were stratified by where the records come from, by that index (0.6, 0.35) and
 * by distance; up to sixty of a stratum were drawn with a fixed seed (`drawn_from`: how many it has), and every pair was read, both records side by side,
 * without a score; three that reading could not decide are left out. Each stratum was cut in two halves before any search had seen them: the first
 * was for one reading, after which the search might be bettered; the second for one reading after that.
 *
 * What the readings gave, in November 2026, at 0.3. First half, before anything was changed: precision 93 % (81 to 97), recall 90 % (78 to 96), 38 right, 3
 * wrong, 4 missed. Then, on what the older pairs showed: types that are near, names that say only a kind of place, départements, sites shared by a town.
 * Second half, once, after that: precision 89 % (77 to 95), recall 95 % (85 to 99), where the search before had 86 % and 86 %. Neither is unseen
 * from then on: whoever betters the search again draws new pairs.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../../server/analysis/absent/normaliseName';
import { jaroWinkler } from '../../server/analysis/absent/similarity';
import { findDuplicates, pairKey, type DuplicateActor } from '../../server/analysis/trust/duplicates';
import { readCsv } from './registers';

/** A labelled pair, with what it stands for. */
interface HeldPair {
  key: string;
  same: boolean;
  stratum: string;
  /** Pairs of its stratum that it stands for. */
  weight: number;
}

/** Whether a pair, by {@link pairKey}, is said to be the same. */
type Verdict = (key: string) => boolean;

/** The older lists of the folder; empty where it has none. */
export function readOlderLists(folder: string, names: ReadonlyMap<string, string>): DuplicateActor[] {
  const file = join(folder, 'autres_listes_hdf.csv');
  if (!existsSync(file)) return [];
  return readCsv(file).map((row) => ({
    id: `LISTS ${row['id']}`,
    name: row['name']!,
    acronym: row['acronym'] || null,
    type: row['kind']!,
    commune: row['insee'] || null,
    communeName: names.get(row['insee']!) ?? null,
    identifiers: {},
    website: null,
    parent: null,
  }));
}

/** Pairs of one half of the held sample whose records are both known. */
function readHeld(half: string, known: ReadonlySet<string>): HeldPair[] {
  const rows = readCsv(join(__dirname, 'held-pairs.csv')).filter((row) => row['half'] === half);
  const drawn = new Map<string, number>();
  for (const { stratum } of rows) drawn.set(stratum!, (drawn.get(stratum!) ?? 0) + 1);
  return rows
    .filter((row) => known.has(row['a']!) && known.has(row['b']!))
    .map((row) => ({
      key: pairKey(row['a']!, row['b']!),
      same: row['same'] === '1',
      stratum: row['stratum']!,
      weight: Number(row['drawn_from']) / drawn.get(row['stratum']!)!,
    }));
}

/**
 * A share with its 95 % interval: `[share, low, high]`, of what `counts` says among `pairs`, each worth its weight; the interval is that of
 * as many equal pairs as the weights amount to (Kish). NaN of no pair.
 *
 * Reference: Wilson 1927, doi:10.1080/01621459.1927.10502953; Kish 1965, *Survey Sampling*, p. 258.
 */
export function wilson(
  pairs: readonly HeldPair[],
  counts: (pair: HeldPair) => boolean,
  weighted: boolean,
): [number, number, number] {
  const weights = pairs.map(({ weight }) => (weighted ? weight : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = pairs.reduce((sum, pair, at) => sum + (counts(pair) ? weights[at]! : 0), 0) / total;
  const n = total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const z = 1.96;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const wide = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return [share, middle - wide, middle + wide];
}

const told = (share: readonly number[]) =>
  Number.isNaN(share[0]) ? '–' : `${share.map((part) => (100 * part).toFixed(0)).join(' ')} %`;

function tell(title: string, pairs: readonly HeldPair[], says: Verdict): void {
  const said = pairs.filter(({ key }) => says(key));
  const same = pairs.filter((pair) => pair.same);
  const right = said.filter((pair) => pair.same).length;
  const line = [false, true].map(
    (weighted) =>
      `precision ${told(wilson(said, (pair) => pair.same, weighted))}, recall ${told(wilson(same, (pair) => says(pair.key), weighted))}`,
  );
  console.log(
    `  ${title.padEnd(34)} ${line[0]} (${right} right, ${said.length - right} wrong, ${same.length - right} missed); weighted ${line[1]}`,
  );
}

function tellStratum(stratum: string, pairs: readonly HeldPair[], says: Verdict): void {
  const count = (same: boolean, said: boolean) =>
    pairs.filter((pair) => pair.same === same && says(pair.key) === said).length;
  console.log(
    `  ${stratum.padEnd(22)} ${pairs.length} read, each for ${pairs[0]!.weight.toFixed(1)}:`,
    `${count(true, true)} right, ${count(false, true)} wrong, ${count(true, false)} missed, ${count(false, false)} rightly left`,
  );
}

/** Names as one line of sorted words. */
const sorted = (name: string) => foldText(name).split(' ').sort().join(' ');

/** Two plain ways to say that two records are the same, as references: the same name in one commune; names alike in one commune. */
function references(
  actors: readonly DuplicateActor[],
  tuned: ReadonlyMap<string, boolean>,
): [string, Verdict][] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const likeness = (key: string) => {
    const [a, b] = key.split('|').map((id) => byId.get(id)!) as [DuplicateActor, DuplicateActor];
    if (a.commune === null || a.commune !== b.commune) return 0;
    return jaroWinkler(sorted(a.name), sorted(b.name));
  };
  const grid = Array.from({ length: 41 }, (_, step) => 0.6 + step / 100);
  const fScore = (from: number) => {
    const counts = { right: 0, off: 0 };
    for (const [key, same] of tuned) {
      if (likeness(key) >= from && same) counts.right++;
      else if (likeness(key) >= from || same) counts.off++;
    }
    return (2 * counts.right) / (2 * counts.right + counts.off);
  };
  const best = grid.reduce((most, from) => (fScore(from) > fScore(most) ? from : most));
  return [
    ['same name and commune', (key) => likeness(key) === 1],
    [`Jaro–Winkler of sorted words, ${best.toFixed(2)}`, (key) => likeness(key) >= best],
  ];
}

/**
 * Prints precision and recall, each with its 95 % interval, of the search and of two references, on the halves asked for.
 *
 * @param tuned - the older pairs, on which the reference's threshold is set
 */
export function judgeHeld(
  actors: readonly DuplicateActor[],
  tuned: ReadonlyMap<string, boolean>,
  halves: readonly string[],
): void {
  const known = new Set(actors.map(({ id }) => id));
  const scores = new Map(findDuplicates(actors).map(({ a, b, probability }) => [pairKey(a, b), probability]));
  for (const half of halves) {
    const pairs = readHeld(half, known);
    console.log(
      `held pairs, half ${half}: ${pairs.length}, ${pairs.filter(({ same }) => same).length} the same`,
    );
    for (const from of [0.3, 0.95])
      tell(`search, from ${from}`, pairs, (key) => (scores.get(key) ?? 0) >= from);
    for (const [title, says] of references(actors, tuned)) tell(title, pairs, says);
    for (const stratum of [...new Set(pairs.map((pair) => pair.stratum))].sort())
      tellStratum(
        stratum,
        pairs.filter((pair) => pair.stratum === stratum),
        (key) => scores.has(key),
      );
  }
}
