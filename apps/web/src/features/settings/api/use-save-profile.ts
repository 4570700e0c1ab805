import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { ProfileWrite } from '~/api/types';
import { say } from '~/components/notices';

/** Saves the profile; name and time zone are used all over the product, so what was loaded is asked for again. */
export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProfileWrite) => unwrap(api.PATCH('/api/v1/profile', { body })),
    onSuccess: async (profile) => {
      client.setQueryData(keys.profile, profile);
      say('Saved.');
      await client.invalidateQueries({ queryKey: keys.me });
      await client.invalidateQueries({ queryKey: keys.today });
    },
  });
}
