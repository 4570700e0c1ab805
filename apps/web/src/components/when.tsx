import { useCoach } from '~/app/require-coach';
import { dayIn, fullDay, fullInstant, relativeDay, relativeInstant, timeIn, todayIn } from '~/lib/time';

/** A session's day (and time, if it has one), in words; the full date on hover. */
export function SessionDay({ day, startsAt }: { day: string; startsAt?: string | null }) {
  const { time_zone: zone } = useCoach();
  const shown = startsAt ? dayIn(startsAt, zone) : day;
  const words = relativeDay(shown, todayIn(zone));
  return (
    <time dateTime={startsAt ?? day} title={startsAt ? fullInstant(startsAt, zone) : fullDay(day)}>
      {startsAt ? `${words}, ${timeIn(startsAt, zone)}` : words}
    </time>
  );
}

/** A past moment in words; the full date on hover. */
export function Moment({ at }: { at: string }) {
  const { time_zone: zone } = useCoach();
  return (
    <time dateTime={at} title={fullInstant(at, zone)}>
      {relativeInstant(at, zone)}
    </time>
  );
}
