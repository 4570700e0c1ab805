import { Link } from 'react-router';
import type { GrowthPoint } from '~/api/types';
import { SignalCounts } from '~/components/signal-mark';
import { SessionDay } from '~/components/when';
import { percent } from '~/lib/words';
import classes from './growth.module.css';

/** A session behind the charts. */
export function PointRow({ point }: { point: GrowthPoint }) {
  return (
    <article className={classes.row}>
      <p>
        <SessionDay day={point.date} />
      </p>
      <h3>
        <Link to={`/sessions/${point.session_id}?tab=shift`}>{point.title}</Link>
        <span>{point.client_name}</span>
      </h3>
      <p>{point.coach_talk_share !== null && `You spoke ${percent(point.coach_talk_share)}`}</p>
      <p>
        <SignalCounts excellence={point.excellence_count} growth={point.growth_count} />
      </p>
    </article>
  );
}
