import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ProblemNote } from '~/components/problem-note';
import { StandalonePage } from '~/components/standalone-page';
import { usePageTitle } from '~/lib/page-title';
import { useResetPassword } from './api/use-reset-password';

export function ResetPage() {
  usePageTitle('Set a new password');
  const [params] = useSearchParams();
  const token = params.get('token');
  const navigate = useNavigate();
  const reset = useResetPassword();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (value) => (value.length >= 10 ? null : 'Please use at least 10 characters.') },
  });
  const again = (
    <Anchor component={Link} to="/forgot-password" underline="always">
      Ask for a new link
    </Anchor>
  );
  if (!token) {
    return (
      <StandalonePage title="This link is incomplete" foot={again}>
        <Text>Please open the whole link from the mail, or ask for a new one.</Text>
      </StandalonePage>
    );
  }
  const submit = form.onSubmit(({ password }) =>
    reset.mutate(
      { token, password },
      { onSuccess: () => void navigate('/sign-in?reset=1', { replace: true }) },
    ),
  );
  return (
    <StandalonePage title="Set a new password" lead="All other sign-ins end with it." foot={again}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <PasswordInput
            label="New password"
            description="At least 10 characters."
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <ProblemNote error={reset.error} />
          <Button type="submit" size="md" loading={reset.isPending}>
            Set the password
          </Button>
        </Stack>
      </form>
    </StandalonePage>
  );
}
