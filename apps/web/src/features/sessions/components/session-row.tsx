import { Link } from 'react-router';
import type { Session } from '~/api/types';
import { SessionDay } from '~/components/when';
import classes from './session-row.module.css';
import { SessionState } from './session-state';

interface SessionRowProps {
  session: Session;
  withClient?: boolean;
  /** Level of the heading the row stands under, plus one. */
  order?: 2 | 3;
}

/** A session in a list: title, when and with whom, one line of what mattered, where it stands. */
export function SessionRow({ session, withClient = true, order = 2 }: SessionRowProps) {
  const Heading = order === 2 ? 'h2' : 'h3';
  const tags = [
    session.session_type === 'intake' ? 'Intake' : null,
    session.overall_session_quality ? `Quality: ${session.overall_session_quality.toLowerCase()}` : null,
    ...session.key_themes.slice(0, 3),
  ].filter((tag) => tag !== null);
  return (
    <article className={classes.row}>
      <p className={classes.when}>
        <SessionDay day={session.date} startsAt={session.starts_at} />
      </p>
      <div className={classes.words}>
        <Heading className={classes.title}>
          <Link to={`/sessions/${session.id}`} className={classes.link}>
            {session.title}
          </Link>
          {withClient && <span className={classes.client}>{session.client_name}</span>}
        </Heading>
        {session.insight_summary && <p className={classes.summary}>{session.insight_summary}</p>}
        {!withClient && tags.length > 0 && <p className={classes.tags}>{tags.join(' · ')}</p>}
      </div>
      <p className={classes.state}>
        <SessionState session={session} />
      </p>
    </article>
  );
}
