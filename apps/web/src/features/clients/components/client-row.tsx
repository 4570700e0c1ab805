import { Link } from 'react-router';
import type { Client } from '~/api/types';
import { SessionDay } from '~/components/when';
import { plural } from '~/lib/words';
import classes from './client-row.module.css';

/** A client in a list: the name, then one line of where things stand. */
export function ClientRow({ client }: { client: Client }) {
  return (
    <article className={classes.row}>
      <div className={classes.words}>
        <h2 className={classes.name}>
          <Link to={`/clients/${client.id}`} className={classes.link}>
            {client.name}
          </Link>
        </h2>
        <p className={classes.line}>
          <span>{packageWords(client)}</span>
          {client.last_session_date && (
            <span>
              Last: <SessionDay day={client.last_session_date} />
            </span>
          )}
          {client.next_session && (
            <span>
              Next: <SessionDay day={client.next_session.date} startsAt={client.next_session.starts_at} />
            </span>
          )}
        </p>
      </div>
      {!client.has_consented && <span className={classes.consent}>No consent recorded</span>}
    </article>
  );
}

/** "5 of 12 sessions", or the plain count where no package was agreed. */
export function packageWords(client: Client): string {
  if (client.total_sessions)
    return `${client.actual_completed_sessions} of ${plural(client.total_sessions, 'session')}`;
  return client.actual_completed_sessions
    ? plural(client.actual_completed_sessions, 'session')
    : 'No sessions yet';
}
