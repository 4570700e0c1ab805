import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { toProblem } from './problem';

/** Every cache key of the app in one place, so that a mutation can name what it makes stale. */
export const keys = {
  me: ['me'] as const,
  profile: ['profile'] as const,
  signIns: ['sign-ins'] as const,
  mails: ['mails'] as const,
  today: ['today'] as const,
  clients: ['clients'] as const,
  clientList: (query: object) => ['clients', 'list', query] as const,
  client: (id: string) => ['clients', id] as const,
  sessions: ['sessions'] as const,
  sessionList: (query: object) => ['sessions', 'list', query] as const,
  session: (id: string) => ['sessions', id] as const,
  utterances: (id: string) => ['sessions', id, 'utterances'] as const,
  content: (id: string) => ['sessions', id, 'content'] as const,
  shift: (id: string) => ['sessions', id, 'shift'] as const,
  signals: (id: string) => ['sessions', id, 'signals'] as const,
  insight: (id: string) => ['insights', id] as const,
  insights: ['insights'] as const,
  insightList: (clientId: string) => ['insights', 'list', clientId] as const,
  taxonomy: ['taxonomy'] as const,
  growth: ['growth'] as const,
  growthOf: (clientId: string | null) => ['growth', clientId] as const,
};

function retry(count: number, error: unknown) {
  const problem = toProblem(error);
  return (problem.isUnreachable || problem.status >= 500) && count < 2;
}

export function createQueryClient(): QueryClient {
  // A sign-in that ended elsewhere shows up as a 401 anywhere: asking "who am I" again leads to the sign-in page.
  const onError = (error: unknown) => {
    if (toProblem(error).status === 401) client.setQueryData(keys.me, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry, staleTime: 30_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
