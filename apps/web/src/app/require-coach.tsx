import { Button, Group, Text } from '@mantine/core';
import { createContext, useContext } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { User } from '~/api/types';
import { ErrorState } from '~/components/error-state';
import { StandalonePage } from '~/components/standalone-page';
import { useMe } from '~/features/identity/api/use-me';
import { useSignOut } from '~/features/identity/api/use-sign-out';
import { FrameSkeleton } from './frame/frame-skeleton';

const Me = createContext<User | null>(null);

/** The signed-in coach. Only inside signed-in routes. */
export function useCoach(): User {
  const user = useContext(Me);
  if (!user) throw new Error('useCoach is used outside a signed-in route');
  return user;
}

/** Lets coaches through; others go to the sign-in page, which brings them back to where they were going. */
export function RequireCoach() {
  const me = useMe();
  const { pathname, search, hash } = useLocation();
  if (me.isPending) return <FrameSkeleton />;
  if (me.isError) {
    return (
      <StandalonePage>
        <ErrorState page error={me.error} retry={() => void me.refetch()} what="JourneyLoop" />
      </StandalonePage>
    );
  }
  if (!me.data) {
    const next = pathname + search + hash;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (me.data.role !== 'coach') return <OtherRole user={me.data} />;
  return (
    <Me.Provider value={me.data}>
      <Outlet />
    </Me.Provider>
  );
}

function OtherRole({ user }: { user: User }) {
  const signOut = useSignOut();
  const ops = user.role === 'ops';
  return (
    <StandalonePage title={ops ? 'Signed in as operator' : `Hello, ${user.name}`}>
      <Text>
        {ops
          ? 'This account looks after the machinery. It sees queues and health, never a coach’s clients or sessions.'
          : 'This account belongs to a client. There is nothing to see here for clients yet; your coach can tell you more.'}
      </Text>
      <Group mt="lg">
        {ops && (
          <Button component="a" href="/ops/queues">
            Open the queues
          </Button>
        )}
        <Button variant="default" onClick={() => signOut.mutate()}>
          Sign out
        </Button>
      </Group>
    </StandalonePage>
  );
}
