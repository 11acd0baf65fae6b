import type { Language } from '../lib/formats';
import { createStoredChoice } from '../lib/storedChoice';

/** The languages of the interface, the first one first. */
export const languages = ['fr', 'en'] as const satisfies readonly Language[];

function preferredLanguage(): Language {
  const wanted = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
  const known = wanted
    .map((tag) => tag.slice(0, 2).toLowerCase())
    .find((tag) => languages.some((language) => language === tag));
  return known === 'en' ? 'en' : 'fr';
}

/** The person's language: what they chose, else the first one their browser asks for that we speak, else French. */
export const languageChoice = createStoredChoice<Language>('maillage.language', languages, preferredLanguage);
