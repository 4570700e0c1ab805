import { Button, Loader, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { toProblem } from '~/api/problem';
import { StandalonePage } from '~/components/standalone-page';
import { usePageTitle } from '~/lib/page-title';
import { useVerifyEmail } from './api/use-verify-email';

export function VerifyPage() {
  usePageTitle('Confirm your e-mail');
  const [params] = useSearchParams();
  const token = params.get('token');
  const { mutate, isSuccess, error } = useVerifyEmail();
  const sent = useRef(false);
  useEffect(() => {
    if (!token || sent.current) return;
    sent.current = true;
    mutate(token);
  }, [token, mutate]);

  if (isSuccess) {
    return (
      <StandalonePage title="Your e-mail is confirmed" lead="Thank you. There is nothing more to do.">
        <Button component={Link} to="/">
          Go to Today
        </Button>
      </StandalonePage>
    );
  }
  if (!token || error) {
    return (
      <StandalonePage title="This link did not work">
        <Text mb="lg" role="alert">
          {error ? toProblem(error).message : 'The link is incomplete.'} You can have a new one sent from your
          settings; everything else goes on working meanwhile.
        </Text>
        <Button component={Link} to="/settings">
          Open settings
        </Button>
      </StandalonePage>
    );
  }
  return (
    <StandalonePage title="Confirming your e-mail">
      <Loader aria-label="Please wait" />
    </StandalonePage>
  );
}
