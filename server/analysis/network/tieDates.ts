/** Whether something holds at a date, as far as one knows. */
export type Presence = 'present' | 'absent' | 'unknown';

/**
 * A date as a number that sorts: `2015-06-30` is 20150630. A date known only by year or month stands for its first
 * day as a start and for its last as an end.
 *
 * @param date - `2015`, `2015-06`, `2015-06-30`, or the year as a number; missing gives `NaN`
 * @throws RangeError when it is none of these
 */
export function dateNumber(date: string | number | null | undefined, bound: 'start' | 'end'): number {
  if (date === null || date === undefined || date === '') return NaN;
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(String(date));
  if (!parts) throw new RangeError(`${date} is not a date: 2015, 2015-06 or 2015-06-30`);
  const [, year, month = bound === 'start' ? '01' : '12', day = bound === 'start' ? '01' : '31'] = parts;
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/**
 * Whether a tie holds at a date. Without an end it goes on; without a start it cannot be placed before its end.
 *
 * @param start - from {@link dateNumber}, `NaN` when unknown
 * @param end - likewise; the last day is still inside
 */
export function presenceAt(start: number, end: number, date: number): Presence {
  if (end < date || start > date) return 'absent';
  return Number.isNaN(start) ? 'unknown' : 'present';
}
