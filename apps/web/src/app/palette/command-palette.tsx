import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconBook2,
  IconLogout2,
  IconPlus,
  IconSearch,
  IconSettings,
  IconUser,
  type Icon,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useClients } from '~/features/clients/api/use-clients';
import { useSignOut } from '~/features/identity/api/use-sign-out';
import { useSessions } from '~/features/sessions/api/use-sessions';
import { relativeDay, todayIn } from '~/lib/time';
import { places } from '../frame/places';
import { useCoach } from '../require-coach';

const [store, palette] = createSpotlight();

/** Opens the palette from anywhere. */
export function openPalette(): void {
  palette.open();
}

interface Entry {
  id: string;
  label: string;
  description?: string;
  icon: Icon;
  run: () => void;
}

/** Search over clients, sessions, places and actions, all from the keyboard. */
export function CommandPalette() {
  const coach = useCoach();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 180);
  const clients = useClients({ search, sort: search ? 'name' : '-last_session', limit: 6 });
  const sessions = useSessions({ search, sort: '-date', when: 'all', limit: 6 });
  const today = todayIn(coach.time_zone);
  const go = (to: string) => () => void navigate(to);

  const fixed: Entry[] = [
    ...places.map(({ to, label, icon }) => ({ id: to, label, icon, run: go(to) })),
    { id: 'settings', label: 'Settings', icon: IconSettings, run: go('/settings') },
    { id: 'help', label: 'Help and keys', icon: IconSearch, run: go('/help') },
    { id: 'new-client', label: 'Add a client', icon: IconPlus, run: go('/clients/new') },
    { id: 'new-session', label: 'New session', icon: IconPlus, run: go('/sessions/new') },
    { id: 'sign-out', label: 'Sign out', icon: IconLogout2, run: () => signOut.mutate() },
  ];
  const wanted = query.trim().toLowerCase();
  const actions = fixed.filter(({ label }) => label.toLowerCase().includes(wanted));
  // Until the server has answered, what is there already is searched: an old answer is never shown for new letters.
  const isOld = search !== query.trim() || clients.isPlaceholderData || sessions.isPlaceholderData;
  const fits = (...words: string[]) => !isOld || words.join(' ').toLowerCase().includes(wanted);
  const knownClients = clients.data?.pages[0]?.items ?? [];
  const knownSessions = sessions.data?.pages[0]?.items ?? [];
  const people: Entry[] = knownClients
    .filter(({ name }) => fits(name))
    .map((client) => ({
      id: client.id,
      label: client.name,
      icon: IconUser,
      run: go(`/clients/${client.id}`),
    }));
  const meetings: Entry[] = knownSessions
    .filter((session) => fits(session.title, session.client_name))
    .map((session) => ({
      id: session.id,
      label: session.title,
      description: `${session.client_name}, ${relativeDay(session.date, today)}`,
      icon: IconBook2,
      run: go(`/sessions/${session.id}`),
    }));
  const groups: [string, Entry[]][] = wanted
    ? [
        ['Clients', people],
        ['Sessions', meetings],
        ['Go to and do', actions],
      ]
    : [
        ['Go to and do', actions],
        ['Clients', people],
        ['Sessions', meetings],
      ];
  // Results arrive after the letters that asked for them: Enter then opens the first of those on screen.
  const shown = groups.flatMap(([, entries]) => entries.map(({ id }) => id)).join(' ');
  useEffect(() => {
    const list = document.getElementById(store.getState().listId);
    if (!list || !wanted || !shown) return;
    list.querySelector('[data-selected]')?.removeAttribute('data-selected');
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [shown, wanted]);
  const some = groups.some(([, entries]) => entries.length > 0);

  return (
    <Spotlight.Root
      centered={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': 'Search' } }}
      store={store}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight="min(26rem, 70dvh)"
      shortcut={null}
    >
      <Spotlight.Search
        aria-label="Search"
        placeholder="Search clients, sessions, actions"
        leftSection={<IconSearch size={19} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {groups.map(
          ([name, entries]) =>
            entries.length > 0 && (
              <Spotlight.ActionsGroup key={name} label={name}>
                {entries.map(({ id, label, description, icon: EntryIcon, run }) => (
                  <Spotlight.Action
                    key={id}
                    label={label}
                    description={description}
                    leftSection={<EntryIcon size={19} stroke={1.5} />}
                    onClick={run}
                  />
                ))}
              </Spotlight.ActionsGroup>
            ),
        )}
        {!some && (
          <Spotlight.Empty>
            {clients.isFetching || sessions.isFetching ? 'Searching…' : 'Nothing found'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
