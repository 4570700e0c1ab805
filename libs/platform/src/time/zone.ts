import { DateTime, IANAZone } from 'luxon';

/** True for an IANA time zone name this runtime knows. */
export const isTimeZone = (zone: string): boolean => IANAZone.isValidZone(zone);

/** The calendar date (`YYYY-MM-DD`) of an instant in a time zone. */
export const dateIn = (instant: Date, zone: string): string =>
  DateTime.fromJSDate(instant, { zone }).toISODate() ?? instant.toISOString().slice(0, 10);

/** A session's day as given on the wire: a calendar date, or an instant that has a day in the coach's zone. */
export interface SessionMoment {
  date: string;
  startsAt: Date | null;
}

/**
 * Reads `YYYY-MM-DD` or an ISO 8601 date-time. A date-time without an offset is local to `zone`.
 * Returns `null` for anything else, and for years outside 1970–2200.
 */
export function readMoment(value: string, zone: string): SessionMoment | null {
  const parsed = DateTime.fromISO(value, { zone });
  if (!parsed.isValid || parsed.year < 1970 || parsed.year > 2200) return null;
  const date = parsed.toISODate();
  if (!date) return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { date, startsAt: null } : { date, startsAt: parsed.toJSDate() };
}
