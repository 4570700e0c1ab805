import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from 'react-router';
import { ProblemNote } from '~/components/problem-note';
import { StandalonePage } from '~/components/standalone-page';
import { usePageTitle } from '~/lib/page-title';
import { useForgotPassword } from './api/use-forgot-password';

export function ForgotPage() {
  usePageTitle('Forgotten password');
  const forgot = useForgotPassword();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.includes('@') ? null : 'Please give your e-mail address.') },
  });
  const back = (
    <Anchor component={Link} to="/sign-in" underline="always">
      Back to signing in
    </Anchor>
  );
  if (forgot.isSuccess) {
    return (
      <StandalonePage title="Look at your mail" foot={back}>
        <Text component="output">
          If {form.values.email} belongs to an account, a link to set a new password is on its way there. It
          works once, for a short while.
        </Text>
      </StandalonePage>
    );
  }
  return (
    <StandalonePage title="A new password" lead="We send you a link with which you set it." foot={back}>
      <form onSubmit={form.onSubmit(({ email }) => forgot.mutate(email))} noValidate>
        <Stack gap="md">
          <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
          <ProblemNote error={forgot.error} />
          <Button type="submit" size="md" loading={forgot.isPending}>
            Send the link
          </Button>
        </Stack>
      </form>
    </StandalonePage>
  );
}
