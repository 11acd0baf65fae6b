import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../i18n/i18n';
import type { Language } from '../../lib/formats';

const folder = join(__dirname, '../../i18n/locales');

/** Every catalogue of a language, by namespace, read from the files. */
export function readCatalogues(language: Language): Record<string, Catalogue> {
  const names = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as Catalogue,
    ]),
  );
}
