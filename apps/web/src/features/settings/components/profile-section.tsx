import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { formErrors, toProblem } from '~/api/problem';
import type { Profile } from '~/api/types';
import { ErrorState } from '~/components/error-state';
import { ProblemNote } from '~/components/problem-note';
import { TextSkeleton } from '~/components/skeletons';
import { useProfile } from '../api/use-profile';
import { useSaveProfile } from '../api/use-save-profile';
import { Section } from './section';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

export function ProfileSection() {
  const profile = useProfile();
  return (
    <Section title="Profile" note="“Today”, “upcoming” and every time you see follow your time zone.">
      {profile.isPending && <TextSkeleton lines={6} />}
      {profile.isError && (
        <ErrorState error={profile.error} retry={() => void profile.refetch()} what="Your profile" />
      )}
      {profile.data && <ProfileForm profile={profile.data} />}
    </Section>
  );
}

function ProfileForm({ profile }: { profile: Profile }) {
  const save = useSaveProfile();
  const form = useForm({
    initialValues: {
      name: profile.name,
      business_name: profile.business_name ?? '',
      niche: profile.niche ?? '',
      description: profile.description ?? '',
      time_zone: profile.time_zone,
    },
    validate: { name: (value) => (value.trim() ? null : 'Please give a name.') },
  });
  const submit = form.onSubmit((values) =>
    save.mutate(
      {
        name: values.name.trim(),
        business_name: values.business_name.trim() || null,
        niche: values.niche.trim() || null,
        description: values.description.trim() || null,
        time_zone: values.time_zone,
      },
      {
        onSuccess: () => form.resetDirty(),
        onError: (error) => form.setErrors(formErrors(toProblem(error))),
      },
    ),
  );
  const known = zones.some(({ value }) => value === profile.time_zone);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label="Name" autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label="Business name"
          autoComplete="organization"
          {...form.getInputProps('business_name')}
        />
        <TextInput
          label="Niche"
          description="Whom you work with, in a few words."
          {...form.getInputProps('niche')}
        />
        <Textarea label="About your coaching" autosize minRows={2} {...form.getInputProps('description')} />
        <Select
          label="Time zone"
          searchable
          limit={60}
          allowDeselect={false}
          nothingFoundMessage="No such time zone"
          data={known ? zones : [{ value: profile.time_zone, label: profile.time_zone }, ...zones]}
          {...form.getInputProps('time_zone')}
        />
        <ProblemNote error={save.error} />
        <div>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </div>
      </Stack>
    </form>
  );
}
