import { Button, Text } from '@mantine/core';
import { ErrorState } from '~/components/error-state';
import { LoadMore } from '~/components/load-more';
import { ListSkeleton } from '~/components/skeletons';
import { Moment } from '~/components/when';
import { useRevokeSignIn } from '../api/use-revoke-sign-in';
import { useSignIns } from '../api/use-sign-ins';
import { deviceName } from './device';
import { Section } from './section';
import classes from './section.module.css';

export function SignInsSection() {
  const signIns = useSignIns();
  const revoke = useRevokeSignIn();
  const items = signIns.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title="Where you are signed in" note="End what you do not recognise, then change your password.">
      {signIns.isPending && <ListSkeleton rows={2} />}
      {signIns.isError && (
        <ErrorState error={signIns.error} retry={() => void signIns.refetch()} what="The list of sign-ins" />
      )}
      {items.map((item) => (
        <div key={item.id} className={classes.signIn}>
          <div>
            <Text>{deviceName(item.user_agent)}</Text>
            <Text size="sm" c="dimmed">
              {item.current ? (
                'This browser'
              ) : (
                <>
                  Last used <Moment at={item.last_used_at} />
                </>
              )}
              {item.ip_address && `, from ${item.ip_address}`}
            </Text>
          </div>
          {!item.current && (
            <Button size="xs" variant="default" onClick={() => revoke.mutate(item.id)}>
              End
              <span className="visually-hidden">&nbsp;the sign-in on {deviceName(item.user_agent)}</span>
            </Button>
          )}
        </div>
      ))}
      <LoadMore query={signIns} />
    </Section>
  );
}
