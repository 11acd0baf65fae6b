/**
 * How right the search for duplicates is: `npm run bench duplicates -- --registers FOLDER`, the folder holding the published
 * registers as CSV; without it only the pairs of the region's own actors are judged.
 *
 * How the pairs were labelled. (1) Inside the region: every pair that the search put forward at 0.3 or more, read one by one,
 * both records side by side (`duplicate-pairs.csv`): none is the same actor twice, since whoever gathered the region looked for
 * that; they tell how many false alarms there are, not what is missed. (2) Against the registers: the judged pairs of
 * `register-pairs.csv` (see `registers.ts` for how each was read), each row of a register taken as a second record of an actor
 * with its identifiers hidden, so that names, communes, families and sites decide alone. The pairs that are the same are all
 * pairs of a row that bears the identifier of an actor, and those found by reading; near-misses by choice are not the same, so
 * precision is that of hard cases, not of a whole directory. The parameters were not fitted on these pairs, but were bettered
 * once on what the registers showed. Pairs that the search was never bettered on: `heldDuplicates.ts`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findDuplicates, pairKey, type DuplicateActor } from '../../server/analysis/trust/duplicates';
import {
  REGISTER_FORMATS,
  type RegisterFormatName,
} from '../../server/exchange/import/registers/recogniseRegister';
import { parseRegister } from '../../server/exchange/import/registers/registerFormat';
import { timeDuplicates } from './duplicateSpeed';
import { judgeHeld, readOlderLists } from './heldDuplicates';
import { readCsv, REGISTER_FILES, toActor } from './registers';

/** What the search says of judged pairs, from a probability on. */
export interface Judged {
  right: number;
  wrong: number;
  missed: number;
}

const toDuplicateActor = (
  row: Record<string, string>,
  names: ReadonlyMap<string, string>,
): DuplicateActor => ({
  ...toActor(row, names),
  website: row['website'] || null,
  parent: row['parent'] || null,
});

function readRegisters(folder: string, names: ReadonlyMap<string, string>): DuplicateActor[] {
  return (Object.entries(REGISTER_FILES) as [RegisterFormatName, string][]).flatMap(([format, file]) => {
    const { rows } = parseRegister(readFileSync(join(folder, file), 'utf8'), REGISTER_FORMATS[format]);
    return rows.map(({ id, name, acronym, kind, commune, town, website }) => ({
      id: `${format} ${id}`,
      name,
      acronym,
      type: kind,
      commune,
      communeName: (commune && names.get(commune)) || town,
      identifiers: {},
      website,
      parent: null,
    }));
  });
}

/**
 * Judges the search on labelled pairs: `same` pairs found or missed, others put forward, from a probability on.
 *
 * @param pairs - by {@link pairKey}, whether they are the same; pairs that nobody judged count for nothing
 */
export function judge(
  actors: readonly DuplicateActor[],
  pairs: ReadonlyMap<string, boolean>,
  from: number,
): Judged {
  const found = new Set(
    findDuplicates(actors)
      .filter(({ probability }) => probability >= from)
      .map(({ a, b }) => pairKey(a, b)),
  );
  const judged: Judged = { right: 0, wrong: 0, missed: 0 };
  for (const [key, same] of pairs) {
    if (found.has(key)) judged[same ? 'right' : 'wrong']++;
    else if (same) judged.missed++;
  }
  return judged;
}

/** Prints precision and recall at the probability from which pairs are shown, and at the one taken as sure. */
export function run(argv: readonly string[] = process.argv.slice(2)): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: { type: 'string' }, registers: { type: 'string' }, half: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const seeds = String(values.seed ?? join(__dirname, '../../seeds'));
  const names = new Map(
    readCsv(join(seeds, 'territories', 'communes.csv')).map((row) => [row['insee']!, row['nom']!]),
  );
  const actors = readCsv(join(seeds, 'hauts-de-france', 'actors.csv')).map((row) =>
    toDuplicateActor(row, names),
  );
  const own = new Map(
    readCsv(join(__dirname, 'duplicate-pairs.csv')).map((row) => [
      pairKey(row['a']!, row['b']!),
      row['same'] === '1',
    ]),
  );
  for (const from of [0.3, 0.95]) {
    const { wrong } = judge(actors, own, from);
    console.log(`${actors.length} actors of the region, from ${from}: ${wrong} false alarms`);
  }
  const folder = String(values.registers ?? '');
  if (!existsSync(join(folder, REGISTER_FILES.MUSEOFILE)))
    return console.log('registers left out: --registers names no folder that has them');
  const all = [...actors, ...readRegisters(folder, names)];
  const tuned = judgeRegisters(all);
  const older = readOlderLists(folder, names);
  if (older.length === 0) console.log('older lists left out: the folder has no autres_listes_hdf.csv');
  timeDuplicates(all, names);
  judgeHeld([...all, ...older], tuned, values.half === undefined ? ['1', '2'] : [String(values.half)]);
}

/** Judges the older pairs of a register and an actor, and returns them. */
function judgeRegisters(all: readonly DuplicateActor[]): ReadonlyMap<string, boolean> {
  const judgedPairs = new Map(
    readCsv(join(__dirname, 'register-pairs.csv')).map((row) => [
      pairKey(`${row['register']} ${row['row']}`, row['actor']!),
      row['same'] === '1',
    ]),
  );
  for (const from of [0.3, 0.95]) {
    const { right, wrong, missed } = judge(all, judgedPairs, from);
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    console.log(
      `${all.length} records with those of the registers, ${judgedPairs.size} judged pairs, from ${from}:`,
      `precision ${percent(right, right + wrong)}, recall ${percent(right, right + missed)}`,
      `(${right} right, ${wrong} wrong, ${missed} missed)`,
    );
  }
  return judgedPairs;
}
