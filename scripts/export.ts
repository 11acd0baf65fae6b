/**
 * Writes the whole graph, or some of it, as a workbook or an archive of CSV files.
 * `references <file.csv>` writes the aggregates of this region, in the format that another Maillage imports as a reference.
 * `npm run export -- <file.xlsx | file.zip | references file.csv> [--sheets actors,productions] [--actors id,id] [--lang fr]`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeExport } from '../server/exchange/export/makeExport';
import { toReferenceCsv, toReferenceTable } from '../server/exchange/export/referenceTable';
import { isSheetId } from '../server/exchange/sheets/sheets';
import { readRegion } from '../server/graph/readRegion';
import { readLanguage, StartFailure } from '../server/startup';
import { openGraph } from './steps/openGraph';

const language = readLanguage(process.env);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sheets: { type: 'string' },
      actors: { type: 'string' },
      lang: { type: 'string', default: language },
    },
  });
  const isReference = positionals[0] === 'references';
  const file = positionals[isReference ? 1 : 0] ?? '';
  if (!(isReference ? /\.csv$/ : /\.(xlsx|zip)$/).test(file)) {
    console.error(
      'npm run export -- <file.xlsx | file.zip | references file.csv> [--sheets a,b] [--actors a,b] [--lang fr]',
    );
    process.exitCode = 2;
    return;
  }
  const lang = values.lang === 'en' ? 'en' : 'fr';
  const { database, close } = await openGraph(language);
  try {
    const day = new Date().toISOString().slice(0, 10);
    if (isReference)
      return writeFileSync(file, toReferenceCsv(toReferenceTable(await readRegion(database), day)));
    const selection = {
      ...(values.sheets === undefined ? {} : { sheets: values.sheets.split(',').filter(isSheetId) }),
      ...(values.actors === undefined ? {} : { actors: values.actors.split(',') }),
    };
    const format = file.endsWith('.xlsx') ? 'xlsx' : 'zip';
    const bytes = await makeExport(database, { format, selection, language: lang, day });
    writeFileSync(file, bytes);
    console.log(`${file} (${Math.ceil(bytes.length / 1000)} ${lang === 'fr' ? 'ko' : 'kB'})`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure ? error.sentence(language) : error);
  process.exitCode = 1;
});
