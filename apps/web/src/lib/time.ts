/** Dates as a coach reads them: in the coach's own time zone, near ones in words. */

const LOCALE = 'en-GB';
const DAY = 86_400_000;

/** `YYYY-MM-DD` of an instant in an IANA zone. */
export function dayIn(instant: Date | string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(new Date(instant));
}

/** `YYYY-MM-DD` of now in an IANA zone. */
export function todayIn(zone: string): string {
  return dayIn(new Date(), zone);
}

/** Whole days from `from` to `to` (both `YYYY-MM-DD`); negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });

/** "Thursday 12 November 2026" for a calendar day. */
export function fullDay(day: string): string {
  const format = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return format.format(new Date(`${day}T12:00:00Z`)).replace(',', '');
}

/** "12 Nov", with the year when it is not the one of `today`. */
export function shortDay(day: string, today: string): string {
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return dayFormat({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

/** "Today", "Yesterday", "In 3 days", "5 days ago", and a date beyond a week. */
export function relativeDay(day: string, today: string): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return 'Today';
  if (distance === 1) return 'Tomorrow';
  if (distance === -1) return 'Yesterday';
  if (distance > 1 && distance < 7) return `In ${distance} days`;
  if (distance < -1 && distance > -7) return `${-distance} days ago`;
  return shortDay(day, today);
}

/** "14:30" of an instant in a zone. */
export function timeIn(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

/** "Thursday 12 November 2026 at 14:30 (Europe/Berlin)". */
export function fullInstant(instant: string, zone: string): string {
  return `${fullDay(dayIn(instant, zone))} at ${timeIn(instant, zone)} (${zone.replaceAll('_', ' ')})`;
}

/** "just now", "12 minutes ago", "3 hours ago", then the day. */
export function relativeInstant(instant: string, zone: string, now = new Date()): string {
  const minutes = Math.round((now.getTime() - Date.parse(instant)) / 60_000);
  if (minutes < 2 && minutes > -2) return 'just now';
  if (minutes > 0 && minutes < 60) return `${minutes} minutes ago`;
  const today = dayIn(now, zone);
  const day = dayIn(instant, zone);
  if (day === today && minutes > 0) {
    const hours = Math.round(minutes / 60);
    return hours === 1 ? 'an hour ago' : `${hours} hours ago`;
  }
  return `${relativeDay(day, today)} at ${timeIn(instant, zone)}`;
}

/** Milliseconds a zone is ahead of UTC at an instant. */
function offsetAt(epoch: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(epoch));
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    get('year'),
    get('month') - 1,
    get('day'),
    get('hour'),
    get('minute'),
    get('second'),
  );
  return local - Math.floor(epoch / 1000) * 1000;
}

/** The instant (ISO, UTC) at which clocks in `zone` show `day` and `time` ("HH:MM"). */
export function zonedInstant(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const first = wall - offsetAt(wall, zone);
  // The offset is asked for again at the result: on the day the clocks change the first guess may be an hour out.
  return new Date(wall - offsetAt(first, zone)).toISOString();
}

/** Seconds from the start of a session as "4:07" or "1:02:09". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const s = String(whole % 60).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** "Good morning", "Good afternoon" or, from six until five at night, "Good evening", by the hour in a zone. */
export function greeting(zone: string, now = new Date()): string {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
  if (hour >= 5 && hour < 12) return 'Good morning';
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening';
}
