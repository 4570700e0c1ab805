import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import type { Client } from '~/api/types';
import { SessionDay } from '~/components/when';
import classes from './client-facts.module.css';
import { packageWords } from './client-row';
import { ConsentControl } from './consent-control';

/** Where the coaching stands: package, next session, consent. */
export function ClientFacts({ client }: { client: Client }) {
  const { total_sessions: total, actual_completed_sessions: done, next_session: next } = client;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>Package</dt>
        <dd>
          {packageWords(client)}
          {total !== null && total <= 24 && <Pips done={done} total={total} />}
        </dd>
      </div>
      <div>
        <dt>Next session</dt>
        <dd>
          {next ? (
            <Anchor component={Link} to={`/sessions/${next.id}`}>
              <SessionDay day={next.date} startsAt={next.starts_at} />
            </Anchor>
          ) : (
            'None planned'
          )}
        </dd>
      </div>
      <div>
        <dt>Consent</dt>
        <dd>
          <ConsentControl client={client} />
        </dd>
      </div>
    </dl>
  );
}

/** The package as a row of small circles, filled as far as it has been used. */
function Pips({ done, total }: { done: number; total: number }) {
  return (
    <span className={classes.pips} aria-hidden>
      {Array.from({ length: total }, (_, index) => (
        <span key={index} data-done={index < done || undefined} />
      ))}
    </span>
  );
}
