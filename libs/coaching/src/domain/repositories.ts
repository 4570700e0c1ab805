import type { Page } from '@app/platform';
import type { ClientSort, ClientView, CoachProfile, SessionFacts } from './types';

/** Reading and writing of profiles, inside an open tenant scope. */
export abstract class ProfileRepository {
  abstract load(coachId: string): Promise<CoachProfile | null>;
  abstract save(
    coachId: string,
    changes: Partial<Omit<CoachProfile, 'id' | 'email' | 'emailVerified'>>,
  ): Promise<void>;
}

export interface StoredClient {
  id: string;
  name: string;
  email: string | null;
  totalSessions: number | null;
}

/** Writing of clients and what use cases need to know of them, inside an open tenant scope. */
export abstract class ClientRepository {
  /** Throws `client.email_taken` when another client of this coach has the address. */
  abstract insert(client: Omit<StoredClient, 'id'>): Promise<string>;
  abstract find(id: string): Promise<StoredClient | null>;
  abstract update(id: string, changes: Partial<Omit<StoredClient, 'id'>>): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
}

export interface ClientListQuery {
  limit: number;
  cursor: string | undefined;
  search: string | undefined;
  sort: ClientSort;
  /** The coach's calendar day, `YYYY-MM-DD`. */
  today: string;
}

/** The client lists and headers, as explicit SQL. */
export abstract class ClientReader {
  abstract list(query: ClientListQuery): Promise<Page<ClientView>>;
  abstract one(id: string, today: string): Promise<ClientView | null>;
}

export abstract class SessionRepository {
  abstract insert(session: Omit<SessionFacts, 'id'>): Promise<string>;
  abstract find(id: string): Promise<SessionFacts | null>;
  abstract update(id: string, changes: Partial<Omit<SessionFacts, 'id' | 'clientId'>>): Promise<void>;
  abstract delete(id: string): Promise<boolean>;
  /** Stores the transcript's full text; false when there is no such session. */
  abstract keepTranscript(id: string, text: string): Promise<boolean>;
  abstract setProgressExtracted(id: string, extracted: boolean): Promise<boolean>;
}
