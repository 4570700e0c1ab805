import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, Navigate, useSearchParams } from 'react-router';
import { ProblemNote } from '~/components/problem-note';
import { StandalonePage } from '~/components/standalone-page';
import { usePageTitle } from '~/lib/page-title';
import { useMe } from './api/use-me';
import { useSignIn } from './api/use-sign-in';
import { nextPath, withNext } from './next-path';

export function SignInPage() {
  usePageTitle('Sign in');
  const [params] = useSearchParams();
  const me = useMe();
  const signIn = useSignIn();
  const form = useForm({
    initialValues: { email: params.get('email') ?? '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : 'Please give your e-mail address.'),
      password: (value) => (value ? null : 'Please give your password.'),
    },
  });
  if (me.data) return <Navigate to={nextPath(params)} replace />;
  return (
    <StandalonePage
      title="Welcome back"
      lead={
        params.has('reset')
          ? 'Your new password is set. Please sign in with it.'
          : 'Sign in to your clients and sessions.'
      }
      foot={
        <>
          New here?{' '}
          <Anchor component={Link} to={withNext('/sign-up', params)} underline="always">
            Create an account
          </Anchor>
        </>
      }
    >
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
        <Stack gap="md">
          <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <ProblemNote error={signIn.error} />
          <Button type="submit" size="md" loading={signIn.isPending}>
            Sign in
          </Button>
          <Anchor component={Link} to="/forgot-password" size="sm" underline="always">
            I have forgotten my password
          </Anchor>
        </Stack>
      </form>
    </StandalonePage>
  );
}
