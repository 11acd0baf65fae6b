import { normalise } from './normalise';

const MONTHS: Record<string, number> = {};
for (const names of [
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'january february march april may june july august september october november december',
  'janv fevr mars avr mai juin juil aout sept oct nov dec',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'jan fev mar avr mai jun jul aou sep oct nov dec',
])
  names.split(' ').forEach((name, index) => (MONTHS[name] = index + 1));

/**
 * A date as people write it, as ISO 8601 of the precision it has: `2025`, `2025-04` or `2025-04-03`.
 *
 * Read: ISO dates and instants, `3/4/2025` and `03.04.25` (day first, as in French), `04/2025`, `3 avril 2025`,
 * `1er mai 2025`, `avril 2025`, `April 3, 2025`, `2025`, and the day numbers of spreadsheets (from 1954 to 2119).
 *
 * @returns undefined when it is none of these, or no such day exists
 */
export function parseDate(given: string | number | Date): string | undefined {
  if (given instanceof Date)
    return Number.isNaN(given.getTime()) ? undefined : given.toISOString().slice(0, 10);
  if (typeof given === 'number') return fromNumber(given);
  const text = given.trim();
  if (/^\d+$/.test(text)) return fromNumber(Number(text));
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), iso[3] && Number(iso[3]));
  const numeric = /^(?:(\d{1,2})[/.\-\s])?(\d{1,2})[/.\-\s](\d{4}|\d{2})(?:\s+\d{1,2}[:h]\d{2}.*)?$/.exec(
    text,
  );
  if (numeric) return toIso(fullYear(numeric[3]!), Number(numeric[2]), numeric[1] && Number(numeric[1]));
  return fromWords(normalise(text));
}

function fromWords(text: string): string | undefined {
  const words = text.replace(/^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|en) /, '');
  const french = /^(?:(\d{1,2})(?:er)? )?([a-z]+) (\d{4})$/.exec(words);
  if (french && MONTHS[french[2]!])
    return toIso(Number(french[3]), MONTHS[french[2]!]!, french[1] && Number(french[1]));
  const english = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(words);
  if (english && MONTHS[english[1]!])
    return toIso(Number(english[3]), MONTHS[english[1]!]!, Number(english[2]));
  return undefined;
}

function fromNumber(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 1000 && value <= 2999) return String(value);
  if (value < 20_000 || value > 80_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) + (Number(text) < 70 ? 2000 : 1900);
}

function toIso(year: number, month: number, day?: number | ''): string | undefined {
  if (month < 1 || month > 12 || year < 1000) return undefined;
  const pad = (value: number) => String(value).padStart(2, '0');
  if (!day) return day === 0 ? undefined : `${year}-${pad(month)}`;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

const IN_WORDS = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

/** An ISO day in French, as titles of sources say it. */
export function inFrench(day: string): string {
  return IN_WORDS.format(new Date(day)).replace(/^1 /, '1er ');
}
