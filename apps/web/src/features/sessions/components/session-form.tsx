import { Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useCoach } from '~/app/require-coach';
import { formErrors, toProblem } from '~/api/problem';
import type { Session, SessionWrite } from '~/api/types';
import { ProblemNote } from '~/components/problem-note';
import { dayIn, timeIn, todayIn, zonedInstant } from '~/lib/time';

export interface SessionValues {
  title: string;
  day: string;
  time: string;
  session_type: 'regular' | 'intake';
  duration: number | '';
  meeting_url: string;
}

export const emptySession: SessionValues = {
  title: '',
  day: '',
  time: '',
  session_type: 'regular',
  duration: '',
  meeting_url: '',
};

export function sessionValues(session: Session, zone: string): SessionValues {
  return {
    title: session.title,
    day: session.starts_at ? dayIn(session.starts_at, zone) : session.date,
    time: session.starts_at ? timeIn(session.starts_at, zone) : '',
    session_type: session.session_type,
    duration: session.duration ?? '',
    meeting_url: session.meeting_url ?? '',
  };
}

interface SessionFormProps {
  initial: SessionValues;
  submitLabel: string;
  busy: boolean;
  error: unknown;
  /** Fields above the session's own, e.g. the choice of a client. */
  before?: React.ReactNode;
  onChange?: (values: SessionValues) => void;
  onSubmit: (body: SessionWrite) => void;
}

/** Title, day, time and kind of a session. Day and time are the coach's own. */
export function SessionForm({
  initial,
  submitLabel,
  busy,
  error,
  before,
  onChange,
  onSubmit,
}: SessionFormProps) {
  const { time_zone: zone } = useCoach();
  const today = todayIn(zone);
  const form = useForm<SessionValues>({
    initialValues: { ...initial, day: initial.day || today },
    onValuesChange: onChange,
    validate: {
      title: (value) => (value.trim() ? null : 'Please give the session a title.'),
      day: (value) => (value ? null : 'Please give the day.'),
      meeting_url: (value) => (!value || /^https?:\/\//.test(value) ? null : 'A link starts with https://'),
    },
  });
  const { setErrors } = form;
  useEffect(() => {
    if (!error) return;
    const { date, ...rest } = formErrors(toProblem(error));
    setErrors({ ...rest, ...(date ? { day: date } : {}) });
  }, [error, setErrors]);
  const submit = form.onSubmit((values) =>
    onSubmit({
      title: values.title.trim(),
      date: values.time ? zonedInstant(values.day, values.time, zone) : values.day,
      session_type: values.session_type,
      duration: values.duration === '' ? null : values.duration,
      meeting_url: values.meeting_url.trim() || null,
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg" maw={480}>
        {before}
        <TextInput
          label="Title"
          description="What it is about, or simply “Session 4”."
          autoComplete="off"
          {...form.getInputProps('title')}
        />
        <Group grow align="flex-start">
          <TextInput type="date" label="Day" {...form.getInputProps('day')} />
          <TextInput type="time" label="Time (optional)" {...form.getInputProps('time')} />
        </Group>
        <div>
          <Text component="label" id="session-kind" size="md" fw={500}>
            Kind
          </Text>
          <div>
            <SegmentedControl
              aria-labelledby="session-kind"
              data={[
                { value: 'regular', label: 'Regular' },
                { value: 'intake', label: 'Intake' },
              ]}
              {...form.getInputProps('session_type')}
            />
          </div>
          <Text size="sm" c="dimmed" mt={4}>
            An intake does not count towards the package.
          </Text>
        </div>
        <NumberInput
          label="Length in minutes (optional)"
          min={1}
          max={1440}
          allowDecimal={false}
          {...form.getInputProps('duration')}
          onChange={(value) => form.setFieldValue('duration', typeof value === 'number' ? value : '')}
        />
        <TextInput
          label="Link of the call (optional)"
          type="url"
          placeholder="https://"
          {...form.getInputProps('meeting_url')}
        />
        <ProblemNote error={error} />
        <div>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
