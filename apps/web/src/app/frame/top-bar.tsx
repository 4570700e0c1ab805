import { ActionIcon } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { Wordmark } from '~/components/wordmark';
import classes from './frame.module.css';

// A wide window never needs the menu's code.
const AccountMenu = lazy(async () => ({ default: (await import('./account-menu')).AccountMenu }));

/** The bar at the top of a phone. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (!narrow) return null;
  return (
    <header className={classes.top}>
      <Link to="/" className={classes.brand} aria-label="JourneyLoop, to Today">
        <Wordmark />
      </Link>
      <ActionIcon variant="subtle" color="gray" size="xl" aria-label="Search" onClick={onSearch}>
        <IconSearch size={22} stroke={1.6} />
      </ActionIcon>
      <Suspense fallback={<span className={classes.menuPlace} />}>
        <AccountMenu />
      </Suspense>
    </header>
  );
}
