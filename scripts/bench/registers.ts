/**
 * How right the matching of registers is: `npm run bench registers -- --registers FOLDER`. The folder holds the four published registers as CSV; the judged
 * pairs are in `register-pairs.csv` beside this file (register, row, actor, same, evidence: ids only).
 *
 * How the pairs were made: (1) every row that bears the Muséofile or RNSR identifier of an actor (`evidence` identifier); (2) the pairs that the matching
 * scored highest with all identifiers hidden, read one by one, name, town and kind of the row beside the actor's record (`read`): the same and not the same, most of them
 * near-misses (same town, same honorary name, same discipline). Pairs that reading could not decide are left out. The measure hides all identifiers, so it is that
 * of names, communes and kinds alone. Two cautions: the parameters were set before the sample was made, and then bettered once on what it showed (towns of
 * places and of laboratories weighed apart, common names weighed less, teams left out of RNSR), so the figures are not those of unseen data; and the same pairs
 * without identifier were looked for where the matching looked, and in the towns of the actors, so that one it never thought of may be missing. Being near-misses by choice, the pairs that are not the same are harder than those of a whole register.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import {
  linkageQuality,
  type LabelledPair,
  type Rightness,
} from '../../server/analysis/absent/linkageQuality';
import { matchRegister, type RegisterMatch } from '../../server/analysis/absent/matchRegister';
import type { KnownActor } from '../../server/analysis/absent/registerRow';
import {
  REGISTER_FORMATS,
  type RegisterFormatName,
} from '../../server/exchange/import/registers/recogniseRegister';
import { parseRegister } from '../../server/exchange/import/registers/registerFormat';

type Row = Record<string, string>;

/** The registers that were judged. */
export const REGISTER_FILES: Partial<Record<RegisterFormatName, string>> & { MUSEOFILE: string } = {
  MUSEOFILE: 'musees_museofile_hdf.csv',
  LIBRARIES: 'bibliotheques_publiques_hdf.csv',
  RNSR: 'structures_recherche_rnsr_hdf.csv',
  FABLABS: 'fablabs_hdf.csv',
};

/** Rows of a CSV file, cells by column. */
export const readCsv = (file: string): Row[] => parse(readFileSync(file), { columns: true, bom: true });

/** Precision and recall of matching on the judged pairs of each register, and of all. */
export function measureRegisters(
  registers: string,
  seeds: string,
): Map<string, ReturnType<typeof linkageQuality>> {
  const names = new Map(
    readCsv(join(seeds, 'territories', 'communes.csv')).map((row) => [row['insee']!, row['nom']!]),
  );
  const actors = readCsv(join(seeds, 'hauts-de-france', 'actors.csv')).map((row) => toActor(row, names));
  const judged = readCsv(join(__dirname, 'register-pairs.csv'));
  const everyPair: LabelledPair[] = [];
  const everyMatch: RegisterMatch[] = [];
  const answers = new Map<string, ReturnType<typeof linkageQuality>>();
  for (const [register, file] of Object.entries(REGISTER_FILES) as [RegisterFormatName, string][]) {
    const { rows } = parseRegister(readFileSync(join(registers, file), 'utf8'), REGISTER_FORMATS[register]);
    const blind = rows.map((row) => ({ ...row, identifiers: {} }));
    const matches = matchRegister(blind, actors, undefined, names);
    const pairs = judged
      .filter((row) => row['register'] === register)
      .map((row) => ({ row: row['row']!, actor: row['actor']!, same: row['same'] === '1' }));
    answers.set(register, linkageQuality(pairs, matches));
    everyPair.push(...pairs);
    everyMatch.push(...matches);
  }
  return answers.set('ALL', linkageQuality(everyPair, everyMatch));
}

/** An actor of the seed, its identifiers hidden. */
export function toActor(row: Row, names: ReadonlyMap<string, string>): KnownActor {
  return {
    id: row['id']!,
    name: row['name']!,
    acronym: row['acronym'] || null,
    type: row['kind'] === 'LAB' ? 'LAB' : row['type']!,
    commune: row['insee'] || null,
    communeName: names.get(row['insee']!) ?? null,
    identifiers: {},
  };
}

/** Prints precision and recall; says so where there is no folder of registers. */
export function run(argv: readonly string[] = process.argv.slice(2)): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { seed: { type: 'string' }, registers: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const registers = String(values.registers ?? '');
  if (!existsSync(join(registers, REGISTER_FILES.MUSEOFILE))) {
    process.stdout.write('registers left out: --registers names no folder that has them\n');
    return;
  }
  const seeds = String(values.seed ?? join(__dirname, '../../seeds'));
  const percent = (value: number | null) => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);
  const told = ({ right, wrong, missed, precision, recall }: Rightness) =>
    `precision ${percent(precision)}, recall ${percent(recall)} (${right} right, ${wrong} wrong, ${missed} missed)`;
  for (const [register, { sure, withReview }] of measureRegisters(registers, seeds))
    process.stdout.write(
      `${register.padEnd(10)} sure: ${told(sure)}\n${''.padEnd(10)} with review: ${told(withReview)}\n`,
    );
}
