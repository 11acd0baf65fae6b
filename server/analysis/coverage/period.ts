const DAY = 86_400_000;

/** A period, both days included, as `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

/** Days of presence inside a period. */
export interface Presence {
  /** Days inside the period, both ends included; 0 when outside. */
  days: number;
  /** The start or the end was not known to the day. */
  imprecise: boolean;
}

/**
 * Number of days of a period, both ends included.
 *
 * @throws RangeError when an end is not a day or the period ends before it starts
 */
export function periodDays({ from, to }: Period): number {
  const [start, end] = [daySpan(from), daySpan(to)];
  if (!start || !end || end[1] < start[0]) throw new RangeError(`${from}..${to} is not a period`);
  return (end[1] - start[0]) / DAY + 1;
}

/**
 * Days that something dated spends inside a period. A date may be known to the year (`2017`) or month (`2017-05`) only: the
 * days that are sure are counted (from the last day the start can be to the first day the end can be), at least one when
 * the possible span meets the period. An unknown end is the start: one day.
 *
 * @returns `null` when the start is unknown or unreadable, or the end is unreadable or before the start
 */
export function presence(start: string | null, end: string | null, period: Period): Presence | null {
  const first = start === null ? null : daySpan(start);
  const last = end === null ? first : daySpan(end);
  if (!first || !last || last[1] < first[0]) return null;
  const from = daySpan(period.from)![0];
  const to = daySpan(period.to)![1];
  const imprecise = end === null || first[0] !== first[1] || last[0] !== last[1];
  if (last[1] < from || first[0] > to) return { days: 0, imprecise };
  const sure = (Math.min(last[0], to) - Math.max(first[1], from)) / DAY + 1;
  return { days: Math.max(1, sure), imprecise };
}

/** First and last day a date can be, in UTC milliseconds; `null` when it is not a date of the calendar. */
function daySpan(date: string): [number, number] | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
  const month = Number(parts[2]) - 1;
  if (month < 0 || month > 11) return null;
  if (parts[3] === undefined) return [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)];
  const day = Date.UTC(year, month, Number(parts[3]));
  return new Date(day).getUTCMonth() === month ? [day, day] : null;
}
