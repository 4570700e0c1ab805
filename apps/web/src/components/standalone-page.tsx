import { Title } from '@mantine/core';
import { Link } from 'react-router';
import classes from './standalone-page.module.css';
import { Wordmark } from './wordmark';

interface StandalonePageProps {
  title?: string;
  /** One sentence under the title. */
  lead?: React.ReactNode;
  children: React.ReactNode;
  /** What stands below the sheet, e.g. a link to another such page. */
  foot?: React.ReactNode;
}

/** A page outside the frame: sign-in, password, errors. One narrow column on the ground. */
export function StandalonePage({ title, lead, children, foot }: StandalonePageProps) {
  return (
    <main className={classes.page}>
      <Link to="/" className={classes.brand} aria-label="JourneyLoop">
        <Wordmark />
      </Link>
      <div className={classes.sheet}>
        {title && (
          <Title order={1} className={classes.title}>
            {title}
          </Title>
        )}
        {lead && <p className={classes.lead}>{lead}</p>}
        {children}
      </div>
      {foot && <div className={classes.foot}>{foot}</div>}
    </main>
  );
}
