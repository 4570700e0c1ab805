import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/api/client';
import { keys } from '~/api/query-client';
import type { Signal, Verdict } from '~/api/types';
import { say, sayProblem } from '~/components/notices';

export interface VerdictChange {
  signal: Signal;
  verdict: Verdict | null;
  feedback?: string;
  better_example?: string;
  /** Set when this change itself takes another one back: no further undo is offered. */
  isUndo?: boolean;
}

const words: Record<Verdict, string> = {
  confirmed: 'Noted that you agree.',
  dismissed: 'Dismissed. You can bring it back at any time.',
  edited: 'Your words are kept.',
};

/** The change that leads back to how a signal was. */
function reverse(signal: Signal): VerdictChange {
  if (signal.verdict !== 'edited') return { signal, verdict: signal.verdict, isUndo: true };
  return {
    signal,
    verdict: 'edited',
    feedback: signal.feedback,
    better_example: signal.better_example ?? undefined,
    isUndo: true,
  };
}

/** The coach's verdict on a signal: shown at once, taken back if refused, undone at will. */
export function useVerdict(sessionId: string) {
  const queries = useQueryClient();
  const key = keys.signals(sessionId);
  const put = (signal: Signal) =>
    queries.setQueryData<Signal[]>(key, (all) => all?.map((item) => (item.id === signal.id ? signal : item)));

  const mutation = useMutation({
    mutationFn: ({ signal, verdict, feedback, better_example }: VerdictChange) =>
      unwrap(
        api.PATCH('/api/v1/signals/{id}', {
          params: { path: { id: signal.id } },
          body: {
            verdict,
            ...(feedback === undefined ? {} : { feedback }),
            ...(better_example === undefined ? {} : { better_example }),
          },
        }),
      ),
    onMutate: async ({ signal, verdict, feedback, better_example }) => {
      await queries.cancelQueries({ queryKey: key });
      const leavingEdit = signal.verdict === 'edited' && verdict !== 'edited';
      put({
        ...signal,
        verdict,
        feedback: feedback ?? (leavingEdit ? (signal.original_feedback ?? signal.feedback) : signal.feedback),
        better_example:
          better_example ??
          (leavingEdit ? (signal.original_better_example ?? signal.better_example) : signal.better_example),
      });
    },
    onSuccess: (saved, change) => {
      put(saved);
      if (!change.isUndo) {
        const back = reverse(change.signal);
        say(change.verdict ? words[change.verdict] : 'Open again.', () => mutation.mutate(back));
      }
    },
    onError: (error, { signal }) => {
      put(signal);
      sayProblem('Your verdict was not saved', error);
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keys.shift(sessionId) });
      await queries.invalidateQueries({ queryKey: keys.session(sessionId), exact: true });
      for (const queryKey of [keys.today, keys.growth, [...keys.sessions, 'list']]) {
        await queries.invalidateQueries({ queryKey, refetchType: 'none' });
      }
    },
  });
  return mutation;
}
