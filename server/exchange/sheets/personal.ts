import { normalise } from './normalise';

/** What only a person, or a way to reach one, has. */
const PERSONAL = /@|\b(?:M|Mme|Mlle|Mr|Dr)\.? [A-ZÀ-Ý]|(?:\+33|\b0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}\b/;

/** Whether a text names a person, or gives a telephone or an e-mail. */
export function looksPersonal(text: string): boolean {
  return PERSONAL.test(text);
}

/** Words of the header of a column about persons: who to call, how. */
const ABOUT_PERSONS =
  /\b(contacts?|referente?s?|responsables?|interlocut\w+|direct(?:eur|rice)|prenoms?|e ?mails?|mails?|mels?|courriels?|tel|telephones?|phone|repondante?s?)\b/;

/** Whether a column of a file seems to be about persons, by its header. */
export function isAboutPersons(header: string): boolean {
  return ABOUT_PERSONS.test(normalise(header));
}
