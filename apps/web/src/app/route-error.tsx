import { useRouteError } from 'react-router';
import { StandalonePage } from '~/components/standalone-page';
import { Button, Group, Text } from '@mantine/core';

/** Shown when a page could not be drawn, or its code could not be fetched (the server went away or was updated). */
export function RouteError() {
  const error = useRouteError();
  const stale = error instanceof TypeError && /import|module|fetch/i.test(error.message);
  return (
    <StandalonePage title={stale ? 'This page could not be fetched' : 'Something on this page went wrong'}>
      <Text>
        {stale
          ? 'The server did not answer, or JourneyLoop was updated while this tab was open.'
          : 'The page stopped while it was being drawn. Nothing that was saved is affected.'}{' '}
        Drafts are kept in this browser.
      </Text>
      <Group mt="lg">
        <Button onClick={() => window.location.reload()}>Load the page again</Button>
        <Button variant="default" component="a" href="/">
          Go to Today
        </Button>
      </Group>
    </StandalonePage>
  );
}
