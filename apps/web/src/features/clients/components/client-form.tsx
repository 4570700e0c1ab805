import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useCoach } from '~/app/require-coach';
import { formErrors, toProblem } from '~/api/problem';
import type { Client, ClientWrite } from '~/api/types';
import { ProblemNote } from '~/components/problem-note';
import { todayIn } from '~/lib/time';

export interface ClientValues {
  name: string;
  email: string;
  total_sessions: number | '';
  has_consented: boolean;
  consent_recorded_on: string;
}

export const emptyClient: ClientValues = {
  name: '',
  email: '',
  total_sessions: '',
  has_consented: false,
  consent_recorded_on: '',
};

export function valuesOf(client: Client): ClientValues {
  return {
    name: client.name,
    email: client.email ?? '',
    total_sessions: client.total_sessions ?? '',
    has_consented: client.has_consented,
    consent_recorded_on: client.consent_recorded_on ?? '',
  };
}

interface ClientFormProps {
  initial: ClientValues;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  /** Called with every change, so that a draft can be kept. */
  onChange?: (values: ClientValues) => void;
  onSubmit: (body: ClientWrite) => Promise<unknown>;
}

/** Name, e-mail, package and consent of a client. */
export function ClientForm({ initial, submitLabel, busy, error, onChange, onSubmit }: ClientFormProps) {
  const today = todayIn(useCoach().time_zone);
  const form = useForm<ClientValues>({
    initialValues: initial,
    onValuesChange: onChange,
    validate: {
      name: (value) => (value.trim() ? null : 'Please give a name.'),
      email: (value) => (!value || value.includes('@') ? null : 'This does not look like an e-mail address.'),
    },
  });
  const { setErrors } = form;
  useEffect(() => {
    if (error) setErrors(formErrors(toProblem(error)));
  }, [error, setErrors]);
  const submit = form.onSubmit((values) => {
    const consentDay = values.has_consented ? values.consent_recorded_on || today : undefined;
    void onSubmit({
      name: values.name.trim(),
      email: values.email.trim() || null,
      total_sessions: values.total_sessions === '' ? null : values.total_sessions,
      has_consented: values.has_consented,
      consent_recorded_on: consentDay,
    });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={480}>
        <TextInput label="Name" autoComplete="off" {...form.getInputProps('name')} />
        <TextInput
          label="E-mail"
          description="Optional. Helps to tell who speaks in a transcript; nothing is sent to it."
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <NumberInput
          label="Sessions in the package"
          description="Optional. Intake sessions are not counted."
          min={1}
          max={500}
          allowDecimal={false}
          {...form.getInputProps('total_sessions')}
          onChange={(value) => form.setFieldValue('total_sessions', typeof value === 'number' ? value : '')}
        />
        <div>
          <Checkbox
            label="They have agreed that transcripts of our sessions are analysed"
            description="Without recorded consent no transcript can be added."
            {...form.getInputProps('has_consented', { type: 'checkbox' })}
          />
          {form.values.has_consented && (
            <TextInput
              mt="sm"
              ml={32}
              maw={240}
              size="sm"
              type="date"
              label="Consent recorded on"
              max={today}
              {...form.getInputProps('consent_recorded_on')}
              value={form.values.consent_recorded_on || today}
            />
          )}
        </div>
        <ProblemNote error={error} />
        <Group>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
