import type { DueRule } from './types';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7, month: 30 };

/**
 * What a spoken time means, counted from the day it was said; `null` for rhythms ("every day") and for what no calendar
 * knows ("after stand-up"). Weeks end on Sunday, working weeks are not assumed.
 */
export function dueOf(phrase: string | null): DueRule | null {
  if (phrase === null) return null;
  const text = phrase.toLowerCase();
  if (
    /\b(?:every|each)\b|days?$/.test(text) &&
    /\b(?:every|each|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\b/.test(text)
  )
    return null;
  if (/\b(?:today|tonight|this (?:morning|afternoon|evening)|when (?:we|i) hang up)\b/.test(text))
    return { days: 0, weekday: null };
  if (/\btomorrow\b|\bfirst thing in the morning\b/.test(text)) return { days: 1, weekday: null };
  const weekday = WEEKDAYS.findIndex((name) => text.includes(name)) + 1;
  if (weekday > 0) return { days: /\bnext week\b/.test(text) ? 8 : 1, weekday };
  if (/\b(?:end of next week|next week)\b/.test(text)) return { days: 8, weekday: 7 };
  if (/\b(?:this week|end of the week|this weekend|at the weekend|over the weekend)\b/.test(text))
    return { days: 0, weekday: 7 };
  const counted =
    /\b(?:in|within|for|over|after)(?: the)?(?: next)? (\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (day|night|week|month)s?\b/.exec(
      text,
    );
  if (counted) {
    const count = NUMBERS[counted[1] ?? ''] ?? Number(counted[1]);
    return { days: count * (UNIT_DAYS[counted[2] ?? ''] ?? 1), weekday: null };
  }
  return null;
}

/** The day of a rule, counted from the session's day (`YYYY-MM-DD`). */
export function dueDate(from: string, { days, weekday }: DueRule): string {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  if (weekday !== null) date.setUTCDate(date.getUTCDate() + ((weekday - (date.getUTCDay() || 7) + 7) % 7));
  return date.toISOString().slice(0, 10);
}
