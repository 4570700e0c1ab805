import { Text, Title } from '@mantine/core';
import { TextSkeleton } from '~/components/skeletons';
import { useClient } from '~/features/clients/api/use-client';
import { ConsentControl } from '~/features/clients/components/consent-control';
import classes from './panel.module.css';

interface ConsentGateProps {
  clientId: string;
  children: React.ReactNode;
}

/** Shows what is inside once the client's consent is recorded; before that, asks for it. */
export function ConsentGate({ clientId, children }: ConsentGateProps) {
  const client = useClient(clientId);
  if (client.isPending) return <TextSkeleton lines={3} />;
  if (!client.data || client.data.has_consented) return children;
  return (
    <section className={classes.panel}>
      <Title order={2} className={classes.title}>
        First, {client.data.name}’s consent
      </Title>
      <Text mb="md">
        A transcript is added only when the person in it has agreed. Record when they did, and go on here.
      </Text>
      <div className={classes.row}>
        <ConsentControl client={client.data} />
      </div>
    </section>
  );
}
