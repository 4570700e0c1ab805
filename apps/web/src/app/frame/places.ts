import { IconBook2, IconPlant2, IconSunHigh, IconUsers, type Icon } from '@tabler/icons-react';

/** Where a coach can go from anywhere. Only what exists. */
export const places: { to: string; label: string; icon: Icon }[] = [
  { to: '/', label: 'Today', icon: IconSunHigh },
  { to: '/clients', label: 'Clients', icon: IconUsers },
  { to: '/sessions', label: 'Sessions', icon: IconBook2 },
  { to: '/growth', label: 'Growth', icon: IconPlant2 },
];
