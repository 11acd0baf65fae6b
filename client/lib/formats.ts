/** The two languages of the interface. French comes first. */
export type Language = 'fr' | 'en';

/** A figure that may be unknown; unknown is never shown as zero. */
export type MaybeNumber = number | null | undefined;

/** Writes numbers, distances, durations, dates and lists as the language does. Made by {@link createFormats}. */
export interface Formats {
  /** 1 234,5 in French, 1,234.5 in English; at most `digits` decimals (1 unless told). */
  number(value: MaybeNumber, digits?: number): string;
  /** A share between 0 and 1 as a percentage: 0.423 gives 42 %. */
  percent(share: MaybeNumber, digits?: number): string;
  /** Kilometres; under 10 km one decimal, under 1 km in metres rounded to 50. */
  distance(kilometres: MaybeNumber): string;
  /** Minutes; from 90 on in hours and minutes. */
  duration(minutes: MaybeNumber): string;
  /** An ISO date as precise as it is known: `2017`, `2017-12` or `2017-12-11`, with or without a time. */
  date(iso: string | null | undefined): string;
  /** From one date to another; a missing end leaves the first alone. */
  dateRange(start: string | null | undefined, end: string | null | undefined): string;
  /** “a, b et c”, or with `or`: “a, b ou c”. Empty list: an empty string. */
  list(items: readonly string[], link?: 'and' | 'or'): string;
  /** Alphabetical order of the language; digits by value. */
  compare(a: string, b: string): number;
}

type DateParts = [year: number, month?: number, day?: number];

function readDate(iso: string): DateParts | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (!match) return null;
  const [, year, month, day] = match;
  return [Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined];
}

function dateFormat(language: Language, [, month, day]: DateParts): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: month ? 'short' : undefined,
    day: day ? 'numeric' : undefined,
    timeZone: 'UTC',
  });
}

function toDate([year, month, day]: DateParts): Date {
  return new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** The locale whose numbers and dates a language follows: `fr-FR`, and British English for the same day-month order. */
export function localeOf(language: Language): string {
  return language === 'fr' ? 'fr-FR' : 'en-GB';
}

/** The minus sign, as wide as a digit, where the locale writes a hyphen. */
const withMinus = (written: string) => written.replace('-', '−');

function createNumberFormats(locale: string, unknown: string) {
  const number = (value: MaybeNumber, digits = 1) =>
    value == null || Number.isNaN(value)
      ? unknown
      : withMinus(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value));
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return { number, unit };
}

/**
 * The formats of a language.
 *
 * @param unknown what stands for a figure or a date that nobody knows, for instance “inconnu”
 */
export function createFormats(language: Language, unknown: string): Formats {
  const locale = localeOf(language);
  const { number, unit } = createNumberFormats(locale, unknown);
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const date = (iso: string | null | undefined) => {
    const parts = iso ? readDate(iso) : null;
    return parts ? dateFormat(language, parts).format(toDate(parts)) : unknown;
  };
  return {
    number,
    percent: (share, digits = 0) =>
      share == null
        ? unknown
        : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    distance: (kilometres) => {
      if (kilometres == null) return unknown;
      if (kilometres < 0.975) return unit(Math.round(kilometres * 20) * 50, 'meter');
      return unit(kilometres, 'kilometer', kilometres < 10 ? 1 : 0);
    },
    duration: (minutes) => {
      if (minutes == null) return unknown;
      if (minutes < 90) return unit(Math.round(minutes), 'minute');
      const whole = Math.round(minutes);
      const rest = whole % 60;
      return `${unit(Math.floor(whole / 60), 'hour')}${rest ? ` ${unit(rest, 'minute')}` : ''}`;
    },
    date,
    dateRange: (start, end) => {
      const from = start ? readDate(start) : null;
      const to = end ? readDate(end) : null;
      if (!from || !to || from.length !== to.length || start === end) return date(start ?? end);
      return dateFormat(language, from).formatRange(toDate(from), toDate(to));
    },
    list: (items, link = 'and') =>
      new Intl.ListFormat(locale, { type: link === 'and' ? 'conjunction' : 'disjunction' }).format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}
