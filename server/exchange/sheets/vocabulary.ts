import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { normalise } from './normalise';

const FOLDER = join(__dirname, '..', '..', '..', 'schema', 'vocabulary');
const schema = z.array(z.object({ id: z.string(), fr: z.string(), en: z.string() }));

/** A controlled list, ready to be written and read. */
export interface Vocabulary {
  readonly entries: readonly { id: string; fr: string; en: string }[];
  /** Label of a word; the word itself when it is not of the list. */
  label(id: string, language: 'fr' | 'en'): string;
  /** The word that a text means: its identifier or its label in either language, whatever case and accents. */
  find(text: string): string | undefined;
}

const cache = new Map<string, Vocabulary>();

/** A controlled list of `schema/vocabulary`, read once a process. */
export function vocabularyOf(name: string): Vocabulary {
  let known = cache.get(name);
  if (known === undefined) cache.set(name, (known = read(name)));
  return known;
}

function read(name: string): Vocabulary {
  const entries = schema.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byText = new Map<string, string>();
  for (const { id, fr, en } of entries.toReversed())
    for (const text of [en, fr, id]) byText.set(normalise(text), id);
  return {
    entries,
    label: (id, language) => byId.get(id)?.[language] ?? id,
    find: (text) => byText.get(normalise(text)),
  };
}
