/** A dated event, with the names of what it is about. */
export interface CalendarEvent {
  id: string;
  title: string;
  /** First and last day that the dates allow, ISO. */
  earliest: string;
  latest: string;
  /** Dates as the source gives them, when they are less precise than a day or one is missing; else null. */
  dates: string | null;
  place: string | null;
  url: string;
}

/**
 * Events as an iCalendar (RFC 5545): whole days, the last one included (`DTEND` is the day after); an event whose dates are
 * vague says so in its description, and is tentative. Lines are folded at 75 octets.
 *
 * @param name - name of the calendar
 * @param stamp - ISO instant at which the calendar is made
 * @param domain - domain that makes identifiers unique
 */
export function toCalendar(
  name: string,
  events: readonly CalendarEvent[],
  stamp: string,
  domain: string,
): string {
  const at = stamp.replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maillage//Maillage//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    ...events.flatMap((event) => toLines(event, at, domain)),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('');
}

function toLines(event: CalendarEvent, at: string, domain: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${domain}`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${event.earliest.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(event.latest).replaceAll('-', '')}`,
    `SUMMARY:${escape(event.title)}`,
    ...(event.place === null ? [] : [`LOCATION:${escape(event.place)}`]),
    ...(event.dates === null
      ? ['STATUS:CONFIRMED']
      : [`DESCRIPTION:${escape(`Dates données par la source : ${event.dates}`)}`, 'STATUS:TENTATIVE']),
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets, never cut inside a letter; what follows begins with a space. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return `${folded}\r\n`;
}
