import { Link } from 'react-router';
import type { GrowthPoint } from '~/api/types';
import { SignalMark } from '~/components/signal-mark';
import { SessionDay } from '~/components/when';
import { fullDay } from '~/lib/time';
import { plural } from '~/lib/words';
import classes from './growth.module.css';

interface PrincipleChartProps {
  principle: { key: string; letter: string; name: string };
  /** Oldest first. */
  points: readonly GrowthPoint[];
  /** The highest counts in any of the charts: all of them share this scale. */
  scale: { up: number; down: number };
}

/** One principle over time: excellence upwards, growth downwards, a column for each session that opens its evidence. */
export function PrincipleChart({ principle, points, scale }: PrincipleChartProps) {
  const scores = points.map((point) => ({
    point,
    score: point.scores.find((score) => score.principle === principle.key),
  }));
  const first = points[0];
  const last = points.at(-1);
  const sum = (pick: 'excellence_count' | 'growth_count') =>
    scores.reduce((total, { score }) => total + (score?.[pick] ?? 0), 0);
  return (
    <figure className={classes.chart}>
      <figcaption>
        <h2 className={classes.name}>
          <span aria-hidden>{principle.letter}</span>
          {principle.name}
        </h2>
        <p className={classes.sums}>
          <SignalMark kind="excellence" size={10} /> {sum('excellence_count')} excellence
          <SignalMark kind="growth" size={10} /> {sum('growth_count')} growth
        </p>
      </figcaption>
      <ol className={classes.columns}>
        {scores.map(({ point, score }) => {
          const excellence = score?.excellence_count ?? 0;
          const growth = score?.growth_count ?? 0;
          const words = `${point.title} with ${point.client_name}, ${fullDay(point.date)}: ${plural(excellence, 'excellence signal')}, ${plural(growth, 'growth opportunity', 'growth opportunities')}`;
          return (
            <li key={point.session_id}>
              <Link
                className={classes.column}
                style={{ gridTemplateRows: `${scale.up}fr ${scale.down}fr` }}
                to={`/sessions/${point.session_id}?tab=shift&principle=${principle.key}`}
                aria-label={words}
                title={words}
              >
                <span className={classes.up}>
                  <span style={{ height: `${(excellence / scale.up) * 100}%` }} />
                </span>
                <span className={classes.down}>
                  <span style={{ height: `${(growth / scale.down) * 100}%` }} />
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      {first && last && first !== last && (
        <p className={classes.axis} style={{ maxWidth: `${points.length * 3.25}rem` }}>
          <SessionDay day={first.date} />
          <SessionDay day={last.date} />
        </p>
      )}
    </figure>
  );
}
