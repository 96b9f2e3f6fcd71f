/**
 * Dates as they are written, to the one form that the store keeps: 2025-10-09T00:00:00.000Z. Nothing is guessed: a text
 * that is no full date of its standard, or names a day that no calendar has, is null.
 */

const MINUTE_MS = 60_000;
/** The widest offset that RFC 3339 can write is 23:59. */
const MAX_OFFSET_HOURS = 23;

const ISO_DATE = String.raw`(?<year>\d{4})(?<dash>-?)(?<month>\d\d)\k<dash>(?<day>\d\d)`;
const ISO_TIME = String.raw`(?<hour>\d\d)(?::?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?`;
const ISO_ZONE = String.raw`(?<zone>[Zz]|[+-]\d\d(?::?\d\d)?)`;
const ISO_8601 = new RegExp(`^${ISO_DATE}(?:[Tt ]${ISO_TIME}${ISO_ZONE}?)?$`);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})\s+(?<month>[a-z]{3,9})\.?,?\s+(?<year>\d{4}|\d\d)(?:\s+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?:\s*(?<zone>[a-z]{1,5}|[+-]\d\d:?\d\d))?)?$/i;
/** The named zones of RFC 822, 5.1, as offsets; any other name counts as +0000, as RFC 5322, 4.3 has it. */
const NAMED_ZONES: Readonly<Record<string, string>> = {
  EST: '-0500', EDT: '-0400', CST: '-0600', CDT: '-0500', MST: '-0700', MDT: '-0600', PST: '-0800', PDT: '-0700',
};

interface Parts {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Z, +hh, +hhmm or +hh:mm; absent is UTC. */
  readonly zone: string | undefined;
}

/** Minutes east of Greenwich, null where no clock is set so. */
function offsetMinutes(zone: string | undefined): number | null {
  if (zone === undefined || /^z$/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(':', '') || 0);
  if (hours > MAX_OFFSET_HOURS || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function toStoreForm({ year, month, day, hour, minute, second, millisecond, zone }: Parts): string | null {
  const offset = offsetMinutes(zone);
  // 24:00 is the midnight that ends the day (ISO 8601, 4.2.3).
  const endOfDay = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
  if (offset === null || minute > 59 || second > 59 || (hour > 23 && !endOfDay)) return null;
  const date = new Date(0);
  // Date.UTC would take the years 0..99 for 1900..1999.
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  date.setUTCHours(hour, minute, second, millisecond);
  const utc = new Date(date.getTime() - offset * MINUTE_MS);
  const inRange = utc.getUTCFullYear() >= 0 && utc.getUTCFullYear() <= 9999;
  return inRange ? utc.toISOString() : null;
}

/**
 * An ISO 8601 calendar date, with or without a time, in the store's form: UTC, milliseconds. A date alone is its midnight,
 * UTC; a time without an offset is taken as UTC. White space around it is passed over.
 * @returns null for everything else: "yesterday", "2025", "2025-02-30", a time that no clock shows
 */
export function checkDate(text: string): string | null {
  const groups = ISO_8601.exec(text.trim())?.groups;
  if (!groups) return null;
  return toStoreForm({
    year: Number(groups.year),
    month: Number(groups.month),
    day: Number(groups.day),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: Number((groups.fraction ?? '').padEnd(3, '0').slice(0, 3)),
    zone: groups.zone,
  });
}

/**
 * A date as feeds write it, "Thu, 09 Oct 2025 10:00:00 +0200" (RFC 822 and its successors), in the store's form. A year of
 * two digits is read as RFC 5322, 4.3 says: below 50 it is in this century. The weekday is not compared.
 * @returns null where the text is no such date
 */
export function checkRfc822Date(text: string): string | null {
  const groups = RFC_822.exec(text.trim())?.groups;
  if (!groups) return null;
  const month = MONTHS.indexOf(groups.month.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return null;
  const year = Number(groups.year);
  const zone = groups.zone?.toUpperCase();
  return toStoreForm({
    year: groups.year.length === 2 ? year + (year < 50 ? 2000 : 1900) : year,
    month,
    day: Number(groups.day),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: 0,
    zone: zone && /^[A-Z]/.test(zone) ? NAMED_ZONES[zone] : zone,
  });
}
