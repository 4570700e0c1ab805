import { Skeleton, Stack, Title } from '@mantine/core';
import { useCoach } from '~/app/require-coach';
import { ErrorState } from '~/components/error-state';
import { Page } from '~/components/page';
import { ListSkeleton } from '~/components/skeletons';
import { SessionRow } from '~/features/sessions/components/session-row';
import { fullDay, greeting } from '~/lib/time';
import { firstName } from '~/lib/words';
import { useToday } from './api/use-today';
import { AttentionList } from './components/attention-list';
import { FirstSteps } from './components/first-steps';
import { NextSession } from './components/next-session';

export function TodayPage() {
  const coach = useCoach();
  const today = useToday();
  const title = `${greeting(coach.time_zone)}, ${firstName(coach.name)}`;
  if (today.isPending) {
    return (
      <Page title={title}>
        <Stack gap="xl">
          <Skeleton height={96} radius="lg" />
          <ListSkeleton rows={3} />
        </Stack>
      </Page>
    );
  }
  if (today.isError)
    return <ErrorState page error={today.error} retry={() => void today.refetch()} what="Today" />;
  const { data } = today;
  if (data.session_count === 0) {
    return (
      <Page title={title} lead={fullDay(data.date)}>
        <FirstSteps clientCount={data.client_count} attention={data.attention} />
      </Page>
    );
  }
  const [next, ...later] = data.upcoming;
  return (
    <Page title={title} lead={fullDay(data.date)}>
      <Stack gap={36}>
        {next && <NextSession session={next} />}
        {data.attention.length > 0 && <AttentionList items={data.attention} />}
        {later.length > 0 && (
          <section aria-label="Later">
            <Title order={2}>Later</Title>
            {later.map((session) => (
              <SessionRow key={session.id} session={session} order={3} />
            ))}
          </section>
        )}
        {data.recent.length > 0 && (
          <section aria-label="Recent sessions">
            <Title order={2}>Recent sessions</Title>
            {data.recent.map((session) => (
              <SessionRow key={session.id} session={session} order={3} />
            ))}
          </section>
        )}
      </Stack>
    </Page>
  );
}
