import { Title } from '@mantine/core';
import { usePageTitle } from '~/lib/page-title';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** One sentence under the title. */
  lead?: React.ReactNode;
  /** Small line above the title: where this page belongs. */
  above?: React.ReactNode;
  actions?: React.ReactNode;
  children: React.ReactNode;
  /** `wide` for pages of two columns. */
  width?: 'text' | 'wide';
}

/** A page inside the frame: title, one line about it, its actions, its content. */
export function Page({ title, lead, above, actions, children, width = 'text' }: PageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <div className={classes.words}>
          {above && <div className={classes.above}>{above}</div>}
          <Title order={1}>{title}</Title>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
