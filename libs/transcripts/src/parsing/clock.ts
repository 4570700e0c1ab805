const CLOCK = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,6}))?$/;

/** Reads `h:mm:ss`, `m:ss`, `hh:mm:ss.mmm`, `mm:ss,mmm` or `0:0:2.60` as seconds; anything else is `null`. */
export function parseClock(text: string): number | null {
  if (text.length > 20) return null;
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, fraction] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return fraction === undefined ? whole : roundMilliseconds(whole + Number(`0.${fraction}`));
}

/** Seconds rounded to a millisecond, so that sums do not show as 12.299999. */
export function roundMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
