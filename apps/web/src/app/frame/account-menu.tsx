import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHelpCircle, IconLogout2, IconSettings } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSignOut } from '~/features/identity/api/use-sign-out';
import { useCoach } from '../require-coach';

/** Settings, help and signing out, behind one button on a phone. */
export function AccountMenu() {
  const coach = useCoach();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="xl" aria-label="Account and help">
          <IconDots size={22} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{coach.name}</Menu.Label>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={18} stroke={1.5} />}>
          Settings
        </Menu.Item>
        <Menu.Item component={Link} to="/help" leftSection={<IconHelpCircle size={18} stroke={1.5} />}>
          Help
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout2 size={18} stroke={1.5} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
