import { Button, Text } from '@mantine/core';
import { useCoach } from '~/app/require-coach';
import { useResendVerification } from '~/features/identity/api/use-resend-verification';
import { Section } from './section';

export function EmailSection() {
  const coach = useCoach();
  const resend = useResendVerification();
  return (
    <Section title="E-mail">
      <Text>{coach.email}</Text>
      <Text c="dimmed" mb="sm">
        {coach.email_verified
          ? 'Confirmed.'
          : 'Not confirmed yet. Analyses work without it; anything that sends mail or costs money needs it.'}
      </Text>
      {!coach.email_verified && (
        <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
          Send the confirmation mail again
        </Button>
      )}
    </Section>
  );
}
