import { Kbd, UnstyledButton } from '@mantine/core';
import { IconHelpCircle, IconLogout2, IconSearch, IconSettings } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { Wordmark } from '~/components/wordmark';
import { useSignOut } from '~/features/identity/api/use-sign-out';
import { useCoach } from '../require-coach';
import classes from './frame.module.css';
import { places } from './places';

const isMac = navigator.platform.startsWith('Mac') || navigator.platform.startsWith('iP');

/** The left rail of a wide window. */
export function Rail({ onSearch }: { onSearch: () => void }) {
  const coach = useCoach();
  const signOut = useSignOut();
  return (
    <header className={classes.rail}>
      <NavLink to="/" className={classes.brand} aria-label="JourneyLoop, to Today">
        <Wordmark />
      </NavLink>
      <UnstyledButton className={classes.search} onClick={onSearch}>
        <IconSearch size={17} stroke={1.6} aria-hidden />
        <span>Search</span>
        <Kbd size="xs" aria-hidden>
          {isMac ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </UnstyledButton>
      <nav aria-label="Main" className={classes.nav}>
        {places.map(({ to, label, icon: PlaceIcon }) => (
          <NavLink key={to} to={to} end={to === '/'} className={classes.link}>
            <PlaceIcon size={20} stroke={1.5} aria-hidden />
            {label}
          </NavLink>
        ))}
      </nav>
      <nav aria-label="Account" className={classes.foot}>
        <NavLink to="/settings" className={classes.link}>
          <IconSettings size={20} stroke={1.5} aria-hidden />
          Settings
        </NavLink>
        <NavLink to="/help" className={classes.link}>
          <IconHelpCircle size={20} stroke={1.5} aria-hidden />
          Help
        </NavLink>
        <UnstyledButton className={classes.link} onClick={() => signOut.mutate()}>
          <IconLogout2 size={20} stroke={1.5} aria-hidden />
          Sign out
        </UnstyledButton>
        <p className={classes.who} title={coach.email}>
          {coach.name}
        </p>
      </nav>
    </header>
  );
}
