import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PgNotifications } from '@app/platform';
import { CONTENT_CHANNEL } from '../domain/types';

/** Tells listeners in this process that a session's content may have changed. */
@Injectable()
export class ContentEvents implements OnModuleInit {
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(private readonly notifications: PgNotifications) {}

  async onModuleInit(): Promise<void> {
    await this.notifications.listen(CONTENT_CHANNEL, (sessionId) => {
      // An empty payload follows a lost connection: everyone looks again.
      const sets = sessionId === '' ? this.listeners.values() : [this.listeners.get(sessionId)];
      for (const set of sets) for (const listener of set ?? []) listener();
    });
  }

  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(sessionId: string, listener: () => void): () => void {
    const set = this.listeners.get(sessionId) ?? new Set();
    this.listeners.set(sessionId, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(sessionId);
    };
  }
}
