import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  importTerritories,
  type TerritoryImport,
} from '../../server/exchange/import/territories/importTerritories';
import { FileRefusedError } from '../../server/exchange/import/files/limits';
import { RegisterUnreadableError } from '../../server/exchange/import/registers/readRegisterTable';
import { fileOnDisk, TerritoryFilesError } from '../../server/exchange/import/territories/territoryFile';
import { territorySentences } from '../../server/exchange/import/territories/territorySentences';
import type { Language } from '../../server/startup';
import { openGraph } from './openGraph';

/**
 * Imports the territories of a region from a folder of files and tells what it did.
 *
 * @returns the exit code: 0, or 1 when something was refused
 */
export async function importRegion(
  folder: string,
  choice: TerritoryImport,
  language: Language,
): Promise<number> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(csv|txt|json|geojson)(\.gz)?$/i.test(entry.name))
    .map(({ name }) => fileOnDisk(name, join(folder, name)));
  const say = (fr: string, en: string) => console.log(language === 'fr' ? fr : en);
  const { database, close } = await openGraph(language);
  try {
    const report = await importTerritories(database, files, choice);
    for (const one of territorySentences(report)) console.log(one[language]);
    if (report.rejected.length > 0 && report.record === null) {
      say(
        'Rien n’est écrit : corrigez ces lignes, ou ajoutez --skip-rejected pour importer le reste.',
        'Nothing is written: correct these rows, or add --skip-rejected to import the rest.',
      );
      return 1;
    }
    if (choice.isTrial) say('À l’essai : rien n’est écrit.', 'A trial: nothing is written.');
    else if (report.record === null) say('Rien à changer.', 'Nothing to change.');
    else say(`Fait, sous le numéro ${report.record.id}.`, `Done, under the number ${report.record.id}.`);
    return 0;
  } catch (error) {
    if (error instanceof TerritoryFilesError || error instanceof FileRefusedError)
      console.error(error.reason[language]);
    else if (error instanceof RegisterUnreadableError) console.error(error.message);
    else throw error;
    return 1;
  } finally {
    await close();
  }
}
