import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, Navigate, useSearchParams } from 'react-router';
import { formErrors, toProblem } from '~/api/problem';
import { ProblemNote } from '~/components/problem-note';
import { StandalonePage } from '~/components/standalone-page';
import { usePageTitle } from '~/lib/page-title';
import { useMe } from './api/use-me';
import { useSignUp } from './api/use-sign-up';
import { nextPath, withNext } from './next-path';

export function SignUpPage() {
  usePageTitle('Create an account');
  const [params] = useSearchParams();
  const me = useMe();
  const signUp = useSignUp();
  const form = useForm({
    initialValues: { name: '', business_name: '', email: '', password: '' },
    validate: {
      name: (value) => (value.trim() ? null : 'Please tell us what to call you.'),
      email: (value) => (value.includes('@') ? null : 'Please give your e-mail address.'),
      password: (value) => (value.length >= 10 ? null : 'Please use at least 10 characters.'),
    },
  });
  if (me.data) return <Navigate to={nextPath(params)} replace />;
  const submit = form.onSubmit(({ business_name, ...values }) =>
    signUp.mutate(
      {
        ...values,
        ...(business_name.trim() ? { business_name: business_name.trim() } : {}),
        time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      { onError: (error) => form.setErrors(formErrors(toProblem(error))) },
    ),
  );
  return (
    <StandalonePage
      title="Create your account"
      lead="For you as the coach. Your clients need no account."
      foot={
        <>
          You have one already?{' '}
          <Anchor component={Link} to={withNext('/sign-in', params)} underline="always">
            Sign in
          </Anchor>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label="Your name" autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label="Business name"
            description="If you have one. You can change it later."
            autoComplete="organization"
            {...form.getInputProps('business_name')}
          />
          <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
          <PasswordInput
            label="Password"
            description="At least 10 characters. A short sentence is easiest to remember."
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
          <ProblemNote error={signUp.error} />
          <Button type="submit" size="md" loading={signUp.isPending}>
            Create the account
          </Button>
        </Stack>
      </form>
    </StandalonePage>
  );
}
