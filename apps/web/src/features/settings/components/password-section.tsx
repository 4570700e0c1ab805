import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCoach } from '~/app/require-coach';
import { formErrors, toProblem } from '~/api/problem';
import { ProblemNote } from '~/components/problem-note';
import { useChangePassword } from '../api/use-change-password';
import { Section } from './section';

const toggle = { 'aria-label': 'Show the password', tabIndex: 0 };

export function PasswordSection() {
  const coach = useCoach();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { current_password: '', new_password: '' },
    validate: {
      current_password: (value) => (value ? null : 'Please give your present password.'),
      new_password: (value) => (value.length >= 10 ? null : 'Please use at least 10 characters.'),
    },
  });
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => form.reset(),
      onError: (error) => form.setErrors(formErrors(toProblem(error))),
    }),
  );
  return (
    <Section title="Password">
      <form onSubmit={submit} noValidate>
        <input type="hidden" autoComplete="username" value={coach.email} readOnly />
        <Stack gap="md">
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('current_password')}
          />
          <PasswordInput
            label="New password"
            description="At least 10 characters."
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('new_password')}
          />
          <ProblemNote error={change.error} />
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              Change the password
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
